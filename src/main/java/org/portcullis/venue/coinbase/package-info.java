/**
 * Market data of Coinbase Advanced Trade: streams, candles, books and products as they stand on the wire. Pure. May use
 * the kernel, the words of {@code market} and {@code venue.stream}, {@code venue.wire} and {@code venue.book}.
 */
@NullMarked
package org.portcullis.venue.coinbase;

import org.jspecify.annotations.NullMarked;
