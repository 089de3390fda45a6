package org.portcullis.market;

/**
 * One parameter of an indicator, with its bounds.
 *
 * @param name  as it is written in a {@code strategy.yaml}
 * @param usual value when nothing is written
 * @param min   least value
 * @param max   greatest value
 * @param whole whether it counts bars, and must be a whole number
 */
public record IndicatorParameter(String name, double usual, double min, double max, boolean whole) {

    /** A number of bars. */
    public static IndicatorParameter bars(String name, int usual, int min) {
        return new IndicatorParameter(name, usual, min, LENGTH_MAX, true);
    }

    /** Any number in bounds. */
    public static IndicatorParameter number(String name, double usual, double min, double max) {
        return new IndicatorParameter(name, usual, min, max, false);
    }

    /** Longest look-back, in bars. */
    public static final int LENGTH_MAX = 1_000;

    /**
     * The value, when it is within bounds.
     *
     * @throws IllegalArgumentException saying what is permitted, when it is not
     */
    public double checked(double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(name + " is " + text(value) + ", permitted is " + text(min) + " to "
                    + text(max));
        }
        if (whole && value != Math.rint(value)) {
            throw new IllegalArgumentException(name + " is " + text(value) + "; it counts bars and must be whole");
        }
        return value;
    }

    /** A number as a person writes it: whole ones without a point. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}
