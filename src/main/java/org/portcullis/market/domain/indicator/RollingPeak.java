package org.portcullis.market.domain.indicator;

/**
 * The largest of the last {@code window} prices, without a branch that depends on them: prices come in blocks of a
 * window's length, and what is left of the block before is known by its largest from each place on (M. van Herk,
 * Pattern Recognition Letters 13, 1992). For the smallest, push negated prices.
 */
public final class RollingPeak {

    /** Of the block at hand the prices, of the block before the largest from each place to its end. */
    private final double[] values;
    private int place;
    private boolean turned;
    private double ofBlock = Double.NEGATIVE_INFINITY;

    public RollingPeak(int window) {
        this.values = new double[window];
    }

    /** Takes the next price, a number. */
    public void push(double value) {
        values[place] = value;
        ofBlock = Math.max(ofBlock, value);
        place++;
        if (place == values.length) {
            turn();
        }
    }

    /** The largest price held; {@link Double#NaN} before the first. */
    public double largest() {
        if (turned) {
            return Math.max(ofBlock, values[place]);
        }
        return place == 0 ? Double.NaN : ofBlock;
    }

    private void turn() {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = values.length - 1; i >= 0; i--) {
            largest = Math.max(largest, values[i]);
            values[i] = largest;
        }
        ofBlock = Double.NEGATIVE_INFINITY;
        place = 0;
        turned = true;
    }
}
