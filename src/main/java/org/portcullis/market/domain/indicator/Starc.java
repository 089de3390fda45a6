package org.portcullis.market.domain.indicator;

/** STARC bands (M. Stoller): plain mean of closes and average true ranges around it. */
public final class Starc {

    private final double multiple;
    private final Sma average;
    private final WilderAtr range;
    private final Band band = new Band();

    /** @param multiple distance of the outer lines, in average true ranges */
    public Starc(int period, double multiple, int atrPeriod) {
        this.multiple = multiple;
        this.average = new Sma(period);
        this.range = new WilderAtr(atrPeriod);
    }

    /** Takes the next bar; the middle is known after {@code period} bars, the outer lines after {@code atr + 1} too. */
    public void push(double high, double low, double close) {
        double middle = average.push(close);
        double distance = multiple * range.push(high, low, close);
        band.set(middle, middle + distance, middle - distance);
    }

    /** The lines. */
    public Band band() {
        return band;
    }
}
