package org.portcullis.market.domain.indicator;

/**
 * S1-31: average true range with Wilder's smoothing (J. W. Wilder, 1978): the first average is the plain mean of
 * {@code period} true ranges, each later one keeps (period - 1) / period of itself. The first bar has no true range,
 * because it has no close before it.
 */
public final class WilderAtr {

    private final int period;
    /** The same as a number, see {@link Adx}. */
    private final double length;
    private int count;
    private double lastClose;
    private double value;

    public WilderAtr(int period) {
        this.period = period;
        this.length = period;
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} true ranges are known, then the average. */
    public double push(double high, double low, double close) {
        double trueRange = Math.max(high, lastClose) - Math.min(low, lastClose);
        lastClose = close;
        if (count++ == 0) {
            return Double.NaN;
        }
        if (count <= period + 1) {
            value += trueRange / length;
            return count <= period ? Double.NaN : value;
        }
        value = (value * (length - 1) + trueRange) / length;
        return value;
    }
}
