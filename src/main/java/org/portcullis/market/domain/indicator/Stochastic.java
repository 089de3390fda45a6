package org.portcullis.market.domain.indicator;

/**
 * Stochastic oscillator (G. Lane, 1957): where the close lies between the lowest low and the highest high of the
 * window, 0 to 100, smoothed by a plain mean to %K, by another to %D; {@code %J = 3 %K - 2 %D}. A range of nothing
 * counts as 0.
 */
public final class Stochastic {

    private final HighLow range;
    private final Sma smoothed;
    private final Sma signalled;
    private double k = Double.NaN;
    private double d = Double.NaN;

    public Stochastic(int period, int smoothPeriod, int signalPeriod) {
        this.range = new HighLow(period);
        this.smoothed = new Sma(smoothPeriod);
        this.signalled = new Sma(signalPeriod);
    }

    /** Takes the next bar; %K, or {@link Double#NaN} until {@code period + smooth - 1} bars were taken. */
    public double push(double high, double low, double close) {
        if (range.push(high, low)) {
            k = smoothed.push(range.place(close));
            if (!Double.isNaN(k)) {
                d = signalled.push(k);
            }
        }
        return k;
    }

    /** The smoothed oscillator; {@link Double#NaN} until it is known. */
    public double k() {
        return k;
    }

    /** The mean of %K; {@link Double#NaN} until it is known. */
    public double d() {
        return d;
    }

    /** How far %K has run ahead of %D: 3 %K - 2 %D; {@link Double#NaN} until it is known. */
    public double j() {
        return 3 * k - 2 * d;
    }
}
