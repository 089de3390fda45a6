package org.portcullis.market.domain.indicator;

/** Balance of power (I. Livshin, 2001): mean of (close - open) / (high - low), -1 to 1; a bar without range is 0. */
public final class Bop {

    private final Sma mean;

    public Bop(int period) {
        this.mean = new Sma(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} bars were taken. */
    public double push(double open, double high, double low, double close) {
        return mean.push(high > low ? (close - open) / (high - low) : 0);
    }
}
