package org.portcullis.market.domain.indicator;

/**
 * Mean and population standard deviation of the last {@code window} values. Each value is swapped in by Welford's
 * update (B. P. Welford, Technometrics 4, 1962); once per full turn of the window both are computed anew, so that
 * rounding can never pile up over more than one window. A window whose values are all alike has exactly their mean and
 * no deviation at all, whatever came before: what rounding left over there would make any move a monstrous one.
 */
public final class RollingSpread {

    private final double[] ring;
    /** Length of the window as a number, see {@link Adx}. */
    private final double length;
    private int count;
    private int next;
    private double newest = Double.NaN;
    /** How many values, up to the newest, are equal to it. */
    private int alike;
    private double mean;
    private double squares;

    public RollingSpread(int window) {
        this.ring = new double[window];
        this.length = window;
    }

    /** Takes the next value in place of the oldest. */
    public void push(double value) {
        double oldest = ring[next];
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        alike = value == newest ? alike + 1 : 1;
        newest = value;
        if (alike >= ring.length) {
            alike = ring.length;
            count = ring.length;
            mean = value;
            squares = 0;
            return;
        }
        if (count < ring.length) {
            count++;
            double before = value - mean;
            mean += before / count;
            squares += before * (value - mean);
        } else {
            double meanBefore = mean;
            mean += (value - oldest) / length;
            squares += (value - oldest) * (value - mean + oldest - meanBefore);
        }
        if (next == 0) {
            recompute();
        }
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count == ring.length;
    }

    /** The mean of the values held; 0 before the first. */
    public double mean() {
        return mean;
    }

    /** The population variance of the values held; never negative. */
    public double variance() {
        if (count == ring.length) {
            return squares > 0 ? squares / length : 0;
        }
        return count == 0 || squares <= 0 ? 0 : squares / count;
    }

    /** The population standard deviation of the values held; never negative. */
    public double deviation() {
        return Math.sqrt(variance());
    }

    /** See {@link #zScore(double, double, double)}, among the values held. */
    public double zScore(double value) {
        return zScore(value, mean, variance());
    }

    /**
     * How many standard deviations {@code value} lies from the mean; 0 when the values held are all alike, as far as
     * their precision can tell.
     */
    public static double zScore(double value, double mean, double variance) {
        double deviation = Math.sqrt(variance);
        return deviation <= Math.abs(mean) * 1e-12 ? 0 : (value - mean) / deviation;
    }

    private void recompute() {
        double sum = 0;
        for (double value : ring) {
            sum += value;
        }
        mean = sum / length;
        squares = 0;
        for (double value : ring) {
            squares += (value - mean) * (value - mean);
        }
    }
}
