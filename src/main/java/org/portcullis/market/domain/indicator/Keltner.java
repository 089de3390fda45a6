package org.portcullis.market.domain.indicator;

/** Keltner channels (C. Keltner, 1960; L. Bradford Raschke): exponential average of closes and ranges around it. */
public final class Keltner {

    private final double multiple;
    private final Ema average;
    private final WilderAtr range;
    private final Band band = new Band();

    /** @param multiple distance of the outer lines, in average true ranges */
    public Keltner(int period, double multiple, int atrPeriod) {
        this.multiple = multiple;
        this.average = new Ema(period);
        this.range = new WilderAtr(atrPeriod);
    }

    /** Takes the next bar; lines are known when {@code max(period, atr + 1)} bars were taken. */
    public void push(double high, double low, double close) {
        double middle = average.push(close);
        double distance = multiple * range.push(high, low, close);
        boolean known = !Double.isNaN(middle) && !Double.isNaN(distance);
        band.set(known ? middle : Double.NaN, middle + distance, middle - distance);
    }

    /** The lines. */
    public Band band() {
        return band;
    }
}
