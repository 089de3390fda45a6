package org.portcullis.market.domain.indicator;

/**
 * Adaptive moving average (P. J. Kaufman, Smarter Trading, 1995): {@code k += c (v - k)} with
 * {@code c = (er (fast - slow) + slow)^2}, where {@code er} is the efficiency ratio and fast and slow are
 * {@code 2 / (n + 1)} of both periods. It begins with the value that completes the first window.
 */
public final class Kama {

    private final int period;
    private final EfficiencyRatio efficiency;
    private final double fast;
    private final double slow;
    private long count;
    private double value = Double.NaN;

    public Kama(int period, int fastPeriod, int slowPeriod) {
        this.period = period;
        this.efficiency = new EfficiencyRatio(period);
        this.fast = 2.0 / (fastPeriod + 1);
        this.slow = 2.0 / (slowPeriod + 1);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double next) {
        double ratio = efficiency.push(next);
        count++;
        if (count == period) {
            value = next;
        } else if (count > period) {
            double constant = ratio * (fast - slow) + slow;
            value += constant * constant * (next - value);
        }
        return value;
    }
}
