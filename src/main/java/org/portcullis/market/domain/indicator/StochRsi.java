package org.portcullis.market.domain.indicator;

/**
 * Stochastic oscillator of the relative strength index (T. Chande and S. Kroll, The New Technical Trader, 1994), 0 to
 * 100, smoothed by a plain mean, and the mean of that as its signal.
 */
public final class StochRsi {

    private final WilderRsi rsi;
    private final Stochastic stochastic;

    public StochRsi(int rsiPeriod, int period, int signalPeriod, int smoothPeriod) {
        this.rsi = new WilderRsi(rsiPeriod);
        this.stochastic = new Stochastic(period, smoothPeriod, signalPeriod);
    }

    /** Takes the next value; {@link Double#NaN} until {@code rsi + period + smooth - 1} values were taken. */
    public double push(double value) {
        double strength = rsi.push(value);
        return Double.isNaN(strength) ? Double.NaN : stochastic.push(strength, strength, strength);
    }

    /** The mean of it; {@link Double#NaN} until it is known. */
    public double signal() {
        return stochastic.d();
    }
}
