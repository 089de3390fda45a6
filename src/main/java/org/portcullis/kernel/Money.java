package org.portcullis.kernel;

import java.math.RoundingMode;

/**
 * An amount of the account's currency; may be negative.
 *
 * @param e8 the amount in 10<sup>-8</sup> of the currency
 */
public record Money(long e8) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(0);

    /** Reads a decimal such as {@code -450}; {@link NumberFormatException} when it is none. */
    public static Money of(String text) {
        return new Money(FixedPoint.parse(text));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(e8, other.e8));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(e8, other.e8));
    }

    public Money negated() {
        return new Money(Math.negateExact(e8));
    }

    public Money abs() {
        return new Money(Math.absExact(e8));
    }

    public boolean isNegative() {
        return e8 < 0;
    }

    /** That share of this amount, rounded in the named direction. */
    public Money share(Percent percent, RoundingMode rounding) {
        return new Money(FixedPoint.multiplyDivide(e8, percent.e8(), 100 * FixedPoint.ONE, rounding));
    }

    /** This amount as a share of {@code whole}, rounded half even; 0 % of nothing is an error. */
    public Percent of(Money whole) {
        return new Percent(FixedPoint.multiplyDivide(e8, 100 * FixedPoint.ONE, whole.e8, RoundingMode.HALF_EVEN));
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
