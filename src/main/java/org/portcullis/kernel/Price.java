package org.portcullis.kernel;

import java.math.RoundingMode;

/**
 * A price of one unit of an instrument in its quote currency. Price times price is not a price.
 *
 * @param e8 the price in 10<sup>-8</sup> of the quote currency; never negative
 */
public record Price(long e8) implements Comparable<Price> {

    public Price {
        if (e8 < 0) {
            throw new IllegalArgumentException("price is negative: " + FixedPoint.format(e8));
        }
    }

    /** Reads a decimal such as {@code 95830.10}; {@link NumberFormatException} when it is none. */
    public static Price of(String text) {
        return new Price(FixedPoint.parse(text));
    }

    /** What {@code quantity} costs at this price, times the contract multiplier (1 for spot), rounded half even. */
    public Money times(Quantity quantity, long multiplierE8) {
        long notional = FixedPoint.multiply(e8, quantity.e8(), RoundingMode.HALF_EVEN);
        return new Money(FixedPoint.multiply(notional, multiplierE8, RoundingMode.HALF_EVEN));
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
