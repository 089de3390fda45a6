/**
 * Market: instruments, bars, guards against bad data, indicators and features. Bars come in through
 * {@link org.portcullis.market.BarFeed}; {@link org.portcullis.market.BarWalk} says what each of them means. Knows
 * neither money nor orders. May import {@code kernel}, {@code engine} and {@code journal}.
 */
@NullMarked
package org.portcullis.market;

import org.jspecify.annotations.NullMarked;
