package org.portcullis.market.domain.indicator;

/** Force index (A. Elder, 1993): exponential average of change of the close times volume. */
public final class ForceIndex {

    private final Ema average;
    private double last = Double.NaN;

    public ForceIndex(int period) {
        this.average = new Ema(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double close, double volume) {
        double change = close - last;
        last = close;
        return Double.isNaN(change) ? Double.NaN : average.push(change * volume);
    }
}
