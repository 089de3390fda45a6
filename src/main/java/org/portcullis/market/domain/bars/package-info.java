/**
 * Bars from live events: ticks are checked, trades put into their minutes, minutes closed together, longer bars formed
 * from them. Pure: no clock, no thread, no wire. May import {@code kernel} and the room's words.
 */
@NullMarked
package org.portcullis.market.domain.bars;

import org.jspecify.annotations.NullMarked;
