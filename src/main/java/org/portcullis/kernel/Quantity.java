package org.portcullis.kernel;


/**
 * How much of an instrument: base units for spot, contracts for futures. Never negative: the side carries the sign.
 *
 * @param e8 the amount in 10<sup>-8</sup> units
 */
public record Quantity(long e8) implements Comparable<Quantity> {

    /** Nothing. */
    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (e8 < 0) {
            throw new IllegalArgumentException("quantity is negative: " + FixedPoint.format(e8));
        }
    }

    /** Reads a decimal such as {@code 0.05}; {@link NumberFormatException} when it is none. */
    public static Quantity of(String text) {
        return new Quantity(FixedPoint.parse(text));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(e8, other.e8));
    }

    /**
     * What is left after taking {@code other} away; {@link IllegalArgumentException} when more is taken than there is.
     */
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(e8, other.e8));
    }

    public boolean isZero() {
        return e8 == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(e8, other.e8);
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
