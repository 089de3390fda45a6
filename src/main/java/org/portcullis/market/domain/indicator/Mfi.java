package org.portcullis.market.domain.indicator;

/**
 * Money flow index (G. Quong and A. Soudack, 1989): typical price times volume of bars whose typical price rose over
 * that of all that moved, 0 to 100. With nothing falling it is 100.
 */
public final class Mfi {

    private final RollingSum rising;
    private final RollingSum falling;
    private double last = Double.NaN;

    public Mfi(int period) {
        this.rising = new RollingSum(period);
        this.falling = new RollingSum(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} changes are known. */
    public double push(double high, double low, double close, double volume) {
        double typical = (high + low + close) / 3;
        double before = last;
        last = typical;
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        double up = rising.push(typical > before ? typical * volume : 0);
        double down = falling.push(typical < before ? typical * volume : 0);
        return !rising.full() ? Double.NaN : down > 0 ? 100 - 100 / (1 + up / down) : 100;
    }
}
