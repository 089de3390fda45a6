/** A room that keeps to itself what it needs. */
@NullMarked
package kernel;

import org.jspecify.annotations.NullMarked;
