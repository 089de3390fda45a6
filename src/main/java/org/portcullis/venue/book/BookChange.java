package org.portcullis.venue.book;

/**
 * Changes of a book that belong together. Quantities are absolute, zero removes a price.
 *
 * @param previousId number of the last change before these: what the book must have reached
 * @param lastId     number of the last of these changes
 * @param timeMs     when, by the venue's clock, UTC milliseconds
 * @param bidsE8     price and quantity in turn, in 10<sup>-8</sup> units
 * @param asksE8     price and quantity in turn, in 10<sup>-8</sup> units
 */
public record BookChange(long previousId, long lastId, long timeMs, long[] bidsE8, long[] asksE8) {
}
