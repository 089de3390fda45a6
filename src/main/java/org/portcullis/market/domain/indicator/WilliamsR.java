package org.portcullis.market.domain.indicator;

/** %R (L. Williams, 1973): how far below the highest high of the window the close lies, -100 to 0. */
public final class WilliamsR {

    private final HighLow range;

    public WilliamsR(int period) {
        this.range = new HighLow(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} bars were taken; -100 for a range of nothing. */
    public double push(double high, double low, double close) {
        return range.push(high, low) ? range.place(close) - 100 : Double.NaN;
    }
}
