package org.portcullis.kernel;


/**
 * A share in percent: {@code 15} means fifteen of a hundred.
 *
 * @param e8 the percentage in 10<sup>-8</sup> of one percent; may be negative
 */
public record Percent(long e8) implements Comparable<Percent> {

    /** Reads a decimal such as {@code 2.5}; {@link NumberFormatException} when it is none. */
    public static Percent of(String text) {
        return new Percent(FixedPoint.parse(text));
    }

    /** One hundredth of a percent each: 40 basis points are 0.40 %. */
    public static Percent ofBasisPoints(long basisPoints) {
        return new Percent(Math.multiplyExact(basisPoints, FixedPoint.ONE / 100));
    }

    @Override
    public int compareTo(Percent other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
