package org.portcullis.market.domain.indicator;

/**
 * Smoothed moving average, as J. W. Wilder averages: begins with the plain mean of {@code period} values and then keeps
 * (period - 1) / period of itself.
 */
public final class Smma {

    private final int period;
    private int count;
    private double value;

    public Smma(int period) {
        this.period = period;
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double next) {
        if (count < period) {
            count++;
            value += next;
            if (count < period) {
                return Double.NaN;
            }
            value /= period;
            return value;
        }
        value = (value * (period - 1) + next) / period;
        return value;
    }
}
