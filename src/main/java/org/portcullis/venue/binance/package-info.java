/**
 * Market data of Binance, USD-M futures and spot: streams, candles, books and listings as they stand on the wire. Pure.
 * May use the kernel, the words of {@code market} and {@code venue.stream}, {@code venue.wire} and {@code venue.book}.
 */
@NullMarked
package org.portcullis.venue.binance;

import org.jspecify.annotations.NullMarked;
