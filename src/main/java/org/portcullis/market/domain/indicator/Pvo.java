package org.portcullis.market.domain.indicator;

/**
 * Percentage oscillator of two exponential averages, of volume (PVO) or price (PPO): fast minus slow in percent of the
 * slow one, its average and the distance of both.
 */
public final class Pvo {

    private final Ema fast;
    private final Ema slow;
    private final Ema signalled;
    private double line = Double.NaN;
    private double signal = Double.NaN;

    public Pvo(int fastPeriod, int slowPeriod, int signalPeriod) {
        this.fast = new Ema(fastPeriod);
        this.slow = new Ema(slowPeriod);
        this.signalled = new Ema(signalPeriod);
    }

    /** Takes the next value; {@link Double#NaN} until {@code slow} values were taken, then percent. */
    public double push(double value) {
        double quick = fast.push(value);
        double lazy = slow.push(value);
        line = Double.isNaN(lazy) ? Double.NaN : lazy == 0 ? 0 : 100 * (quick - lazy) / lazy;
        if (!Double.isNaN(line)) {
            signal = signalled.push(line);
        }
        return line;
    }

    /** The average of it; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }

    /** Oscillator minus signal; {@link Double#NaN} until it is known. */
    public double histogram() {
        return line - signal;
    }
}
