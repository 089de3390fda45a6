package org.portcullis.market.domain.indicator;

/**
 * SuperTrend (O. Seban): a line some average true ranges from the middle of the bar, below price in a rise and above it
 * in a fall, which only moves towards price until a close crosses it.
 */
public final class SuperTrend {

    private final double multiple;
    private final WilderAtr range;
    private final TrailingBand band = new TrailingBand();
    private double lastClose = Double.NaN;

    /** @param multiple distance from the middle of the bar, in average true ranges */
    public SuperTrend(int period, double multiple) {
        this.multiple = multiple;
        this.range = new WilderAtr(period);
    }

    /** Takes the next bar; the line, or {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low, double close) {
        double distance = multiple * range.push(high, low, close);
        double before = lastClose;
        lastClose = close;
        double middle = (high + low) / 2;
        return Double.isNaN(distance) ? Double.NaN
                : band.push(middle + distance, middle - distance, close, before, close >= middle);
    }

    /** 1 when the line lies below price, -1 when above, {@link Double#NaN} before it is known. */
    public double direction() {
        return band.direction() == 0 ? Double.NaN : band.direction();
    }
}
