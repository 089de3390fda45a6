package org.portcullis.market.domain.indicator;

/**
 * Heikin-Ashi bars (M. Homma): close is the mean of the bar's four prices, open the middle of the last such bar, high
 * and low the extremes of the bar and both. The first opens in the middle of its bar.
 */
public final class HeikinAshi {

    private double open = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;

    /** Takes the next bar; its Heikin-Ashi close. */
    public double push(double barOpen, double barHigh, double barLow, double barClose) {
        open = Double.isNaN(open) ? (barOpen + barClose) / 2 : (open + close) / 2;
        close = (barOpen + barHigh + barLow + barClose) / 4;
        high = Math.max(barHigh, Math.max(open, close));
        low = Math.min(barLow, Math.min(open, close));
        return close;
    }

    public double open() {
        return open;
    }

    public double high() {
        return high;
    }

    public double low() {
        return low;
    }

    public double close() {
        return close;
    }
}
