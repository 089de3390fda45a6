package org.portcullis.market.domain.indicator;

/**
 * Exponential moving average that starts from the plain mean of its first {@code period} values, smoothing factor
 * 2 / (period + 1). One addition and one multiplication a value, no memory allocated.
 */
public final class Ema {

    private final int period;
    private final double smoothing;
    private int count;
    private double value;

    public Ema(int period) {
        this.period = period;
        this.smoothing = 2.0 / (period + 1);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken, then the average. */
    public double push(double next) {
        count++;
        if (count <= period) {
            value += next;
            if (count < period) {
                return Double.NaN;
            }
            value /= period;
            return value;
        }
        value += smoothing * (next - value);
        return value;
    }
}
