/** What the rules may know of an instrument's place in the universe; pure. May import {@code java.*}. */
@NullMarked
package org.portcullis.risk.domain.universe;

import org.jspecify.annotations.NullMarked;
