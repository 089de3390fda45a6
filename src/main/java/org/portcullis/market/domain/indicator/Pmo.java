package org.portcullis.market.domain.indicator;

/**
 * Price momentum oscillator (C. Swenlin): percent change of a bar, smoothed by {@code 2 / n}, taken ten times, smoothed
 * by {@code 2 / m}; an exponential average of it as signal. Each average begins with a plain mean.
 */
public final class Pmo {

    private static final double SCALE = 10;

    private final Seeded first;
    private final Seeded second;
    private final Ema signalled;
    private double last = Double.NaN;
    private double signal = Double.NaN;

    public Pmo(int timePeriod, int smoothPeriod, int signalPeriod) {
        this.first = new Seeded(timePeriod);
        this.second = new Seeded(smoothPeriod);
        this.signalled = new Ema(signalPeriod);
    }

    /** Takes the next value; {@link Double#NaN} until {@code time + smooth} values were taken. */
    public double push(double value) {
        double change = 100 * (value / last - 1);
        last = value;
        double smoothed = Double.isNaN(change) ? Double.NaN : first.push(change);
        double oscillator = Double.isNaN(smoothed) ? Double.NaN : second.push(SCALE * smoothed);
        if (!Double.isNaN(oscillator)) {
            signal = signalled.push(oscillator);
        }
        return oscillator;
    }

    /** The average of the oscillator; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }

    /** An average with the smoothing 2 / period. */
    private static final class Seeded {

        private final int period;
        private int count;
        private double value;

        Seeded(int period) {
            this.period = period;
        }

        double push(double next) {
            if (count < period) {
                count++;
                value += next / period;
                return count < period ? Double.NaN : value;
            }
            value += 2.0 / period * (next - value);
            return value;
        }
    }
}
