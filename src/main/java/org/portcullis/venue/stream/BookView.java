package org.portcullis.venue.stream;

import java.util.List;
import org.portcullis.kernel.Side;

/** An order book to look at: what buyers pay ({@link Side#BUY}) and what sellers ask ({@link Side#SELL}). */
public interface BookView {

    /**
     * One price of a book.
     *
     * @param priceE8    the price, in 10<sup>-8</sup> of the quote currency; positive
     * @param quantityE8 how much waits there, in 10<sup>-8</sup> of the base unit; positive
     */
    record Level(long priceE8, long quantityE8) {
    }

    /** When it was last told a change of its own, or came whole, our time, UTC milliseconds; 0 while it never was. */
    long heardAtMs();

    /** Best price of a side, in 10<sup>-8</sup> of the quote currency; 0 when the side is empty. */
    long bestE8(Side side);

    /** How much waits at the best price of a side, in 10<sup>-8</sup> of the base unit; 0 when the side is empty. */
    long bestQuantityE8(Side side);

    /** Best ask less best bid, in 10<sup>-8</sup> of the quote currency; -1 unless both sides have a price. */
    long spreadE8();

    /** The best levels of a side, best first, {@code count} at most. */
    List<Level> levels(Side side, int count);

    /**
     * How much waits on a side no further than {@code basisPoints} from the middle of the best prices, in
     * 10<sup>-8</sup> of the base unit; 0 unless both sides have a price.
     *
     * @throws ArithmeticException when the sum does not fit a {@code long}
     */
    long quantityWithinE8(Side side, int basisPoints);

    /**
     * What that is worth, each level at its own price and rounded half even, in 10<sup>-8</sup> of the quote currency.
     *
     * @throws ArithmeticException when the sum does not fit a {@code long}
     */
    long worthWithinE8(Side side, int basisPoints);
}
