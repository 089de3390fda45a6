package org.portcullis.market.domain.indicator;

/**
 * Detrended price oscillator: the value of {@code period / 2 + 1} bars ago minus the mean of the window that ends now.
 * Charts draw it back at the bar of that value, which looks ahead; here it is told on the bar on which it is known.
 */
public final class Dpo {

    private final Sma mean;
    private final Lookback values;

    public Dpo(int period) {
        this.mean = new Sma(period);
        this.values = new Lookback(period / 2 + 1);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double value) {
        double before = values.push(value);
        return before - mean.push(value);
    }
}
