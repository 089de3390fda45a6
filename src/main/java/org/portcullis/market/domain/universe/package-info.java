/** Who is in the universe, and which pair of a currency is best. May import {@code kernel} and the room's words. */
@NullMarked
package org.portcullis.market.domain.universe;

import org.jspecify.annotations.NullMarked;
