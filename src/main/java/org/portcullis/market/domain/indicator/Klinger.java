package org.portcullis.market.domain.indicator;

/**
 * Volume oscillator (S. Klinger, 1997): volume signed by the trend of high + low + close and taken by how much of the
 * range walked with that trend it was; fast minus slow exponential average of it, and the average of that as signal.
 */
public final class Klinger {

    private final Ema fast;
    private final Ema slow;
    private final Ema signalled;
    private long count;
    private double lastSum;
    private int lastTrend;
    private double lastRange;
    private double walked;
    private double force;
    private double signal = Double.NaN;

    public Klinger(int fastPeriod, int slowPeriod, int signalPeriod) {
        this.fast = new Ema(fastPeriod);
        this.slow = new Ema(slowPeriod);
        this.signalled = new Ema(signalPeriod);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code slow + 2} bars were taken, then in units of volume. */
    public double push(double high, double low, double close, double volume) {
        double sum = high + low + close;
        double range = high - low;
        int trend = sum > lastSum ? 1 : -1;
        double beforeRange = lastRange;
        int beforeTrend = lastTrend;
        lastSum = sum;
        lastRange = range;
        lastTrend = trend;
        if (++count <= 2) {
            return Double.NaN;
        }
        walked = trend == beforeTrend ? walked + range : beforeRange + range;
        force = force(range, trend, volume);
        double line = fast.push(force) - slow.push(force);
        if (!Double.isNaN(line)) {
            signal = signalled.push(line);
        }
        return line;
    }

    /** The average of it; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }

    private double force(double range, int trend, double volume) {
        if (range == walked || volume == 0) {
            return 0;
        }
        if (range == 0) {
            return volume * 2 * trend * 100;
        }
        return walked == 0 ? force : volume * Math.abs(2 * (range / walked - 1)) * trend * 100;
    }
}
