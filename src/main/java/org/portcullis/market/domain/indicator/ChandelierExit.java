package org.portcullis.market.domain.indicator;

/** Chandelier exit (C. Le Beau): some average true ranges below the highest high, or above the lowest low. */
public final class ChandelierExit {

    private final double multiple;
    private final HighLow extremes;
    private final WilderAtr range;
    private double longStop = Double.NaN;
    private double shortStop = Double.NaN;

    /** @param multiple distance from the extreme, in average true ranges */
    public ChandelierExit(int period, double multiple) {
        this.multiple = multiple;
        this.extremes = new HighLow(period);
        this.range = new WilderAtr(period);
    }

    /** Takes the next bar; the stop of a long, or {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low, double close) {
        extremes.push(high, low);
        double distance = multiple * range.push(high, low, close);
        longStop = extremes.highest() - distance;
        shortStop = extremes.lowest() + distance;
        return longStop;
    }

    /** Stop of a long; {@link Double#NaN} until it is known. */
    public double longStop() {
        return longStop;
    }

    /** Stop of a short; {@link Double#NaN} until it is known. */
    public double shortStop() {
        return shortStop;
    }
}
