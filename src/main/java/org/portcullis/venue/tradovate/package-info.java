/**
 * Market data of Tradovate: frames, subscriptions, quotes, books and charts of CME futures as they stand on the wire.
 * Pure. May use the kernel, the words of {@code market} and {@code venue.stream}, {@code venue.wire} and
 * {@code venue.book}.
 */
@NullMarked
package org.portcullis.venue.tradovate;

import org.jspecify.annotations.NullMarked;
