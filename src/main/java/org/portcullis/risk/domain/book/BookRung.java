package org.portcullis.risk.domain.book;

import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One price of the side of a book that an order takes.
 *
 * @param price what is asked or paid there; positive
 * @param quantity how much waits there
 */
public record BookRung(Price price, Quantity quantity) {

    /** Reads {@code 2@100.5}: two units at 100.5. */
    public static BookRung of(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("a rung is written as quantity@price, not " + text);
        }
        return new BookRung(Price.of(text.substring(at + 1)), Quantity.of(text.substring(0, at)));
    }
}
