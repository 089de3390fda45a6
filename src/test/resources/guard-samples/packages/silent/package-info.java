@NullMarked
package silent;

import org.jspecify.annotations.NullMarked;
