package org.portcullis.risk;

import org.portcullis.kernel.FixedPoint;

/**
 * How sure a signal is.
 *
 * @param e8 0 to 1, in 10<sup>-8</sup>
 */
public record Confidence(long e8) implements Comparable<Confidence> {

    public Confidence {
        if (e8 < 0 || e8 > FixedPoint.ONE) {
            throw new IllegalArgumentException("a confidence is 0 to 1, not " + FixedPoint.format(e8));
        }
    }

    /** From a decimal such as {@code 0.55}. */
    public static Confidence of(String text) {
        return new Confidence(FixedPoint.parse(text));
    }

    @Override
    public int compareTo(Confidence other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
