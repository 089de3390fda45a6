package org.portcullis.market.domain.indicator;

/** True range (J. W. Wilder, 1978): from the higher of high and last close to the lower of low and last close. */
public final class TrueRange {

    private double lastClose = Double.NaN;

    /** Takes the next bar; {@link Double#NaN} at the first. */
    public double push(double high, double low, double close) {
        double range = Math.max(high, lastClose) - Math.min(low, lastClose);
        lastClose = close;
        return range;
    }
}
