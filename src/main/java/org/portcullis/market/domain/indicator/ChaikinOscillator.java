package org.portcullis.market.domain.indicator;

/** Fast minus slow exponential average of the accumulation and distribution line (M. Chaikin). */
public final class ChaikinOscillator {

    private final Adl line = new Adl();
    private final Ema fast;
    private final Ema slow;

    public ChaikinOscillator(int fastPeriod, int slowPeriod) {
        this.fast = new Ema(fastPeriod);
        this.slow = new Ema(slowPeriod);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code slow} bars were taken, then in units of volume. */
    public double push(double high, double low, double close, double volume) {
        double height = line.push(high, low, close, volume);
        return fast.push(height) - slow.push(height);
    }
}
