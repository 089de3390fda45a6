package org.portcullis.market.domain.indicator;

/**
 * True strength index (W. Blau, 1991): changes smoothed twice over their sizes smoothed twice, -100 to 100, and an
 * exponential average of it as signal. Each average begins with a plain mean.
 */
public final class Tsi {

    private final Ema change;
    private final Ema change2;
    private final Ema size;
    private final Ema size2;
    private final Ema signalled;
    private double last = Double.NaN;
    private double signal = Double.NaN;

    public Tsi(int longPeriod, int shortPeriod, int signalPeriod) {
        this.change = new Ema(longPeriod);
        this.change2 = new Ema(shortPeriod);
        this.size = new Ema(longPeriod);
        this.size2 = new Ema(shortPeriod);
        this.signalled = new Ema(signalPeriod);
    }

    /** Takes the next value; {@link Double#NaN} until {@code long + short} values were taken. */
    public double push(double value) {
        double step = value - last;
        last = value;
        if (Double.isNaN(step)) {
            return Double.NaN;
        }
        double smoothed = change.push(step);
        double smoothedSize = size.push(Math.abs(step));
        if (Double.isNaN(smoothed)) {
            return Double.NaN;
        }
        double twice = change2.push(smoothed);
        double twiceSize = size2.push(smoothedSize);
        if (Double.isNaN(twice)) {
            return Double.NaN;
        }
        double index = twiceSize > 0 ? 100 * twice / twiceSize : 0;
        signal = signalled.push(index);
        return index;
    }

    /** The average of the index; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }
}
