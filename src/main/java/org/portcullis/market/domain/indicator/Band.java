package org.portcullis.market.domain.indicator;

/** A middle line with an upper and a lower one around it; {@link Double#NaN} as long as they are not known. */
public final class Band {

    private double middle = Double.NaN;
    private double upper = Double.NaN;
    private double lower = Double.NaN;

    void set(double newMiddle, double newUpper, double newLower) {
        middle = newMiddle;
        upper = newUpper;
        lower = newLower;
    }

    public double middle() {
        return middle;
    }

    public double upper() {
        return upper;
    }

    public double lower() {
        return lower;
    }

    /** Distance of the outer lines as a share of the middle. */
    public double width() {
        return (upper - lower) / middle;
    }
}
