package org.portcullis.market.domain.indicator;

/**
 * Momentum oscillator (T. Chande, 1994): rises minus falls over both together in the window, -100 to 100. Where nothing
 * moved there is no momentum: 0.
 */
public final class Cmo {

    private final RollingSum rises;
    private final RollingSum falls;
    private double last = Double.NaN;

    public Cmo(int period) {
        this.rises = new RollingSum(period);
        this.falls = new RollingSum(period);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} changes are known. */
    public double push(double value) {
        double change = value - last;
        last = value;
        if (Double.isNaN(change)) {
            return Double.NaN;
        }
        double up = rises.push(Math.max(change, 0));
        double down = falls.push(Math.max(-change, 0));
        return !rises.full() ? Double.NaN : up + down > 0 ? 100 * (up - down) / (up + down) : 0;
    }
}
