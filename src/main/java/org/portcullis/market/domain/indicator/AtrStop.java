package org.portcullis.market.domain.indicator;

/**
 * A stop that trails price by some average true ranges of the close, on the side that price has not closed beyond
 * (J. W. Wilder's volatility system).
 */
public final class AtrStop {

    private final double multiple;
    private final WilderAtr range;
    private final TrailingBand band = new TrailingBand();
    private double lastClose = Double.NaN;

    /** @param multiple distance from the close, in average true ranges */
    public AtrStop(int period, double multiple) {
        this.multiple = multiple;
        this.range = new WilderAtr(period);
    }

    /** Takes the next bar; the stop, or {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low, double close) {
        double distance = multiple * range.push(high, low, close);
        double before = lastClose;
        lastClose = close;
        return Double.isNaN(distance) ? Double.NaN
                : band.push(close + distance, close - distance, close, before, close >= before);
    }

    /** 1 when the stop lies below price, -1 when above, {@link Double#NaN} before it is known. */
    public double direction() {
        return band.direction() == 0 ? Double.NaN : band.direction();
    }
}
