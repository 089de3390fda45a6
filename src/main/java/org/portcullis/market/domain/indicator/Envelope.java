package org.portcullis.market.domain.indicator;

/** Moving average envelope: plain mean and lines a fixed percentage away from it. */
public final class Envelope {

    private final double share;
    private final Sma average;
    private final Band band = new Band();

    /** @param percent distance of the outer lines, in percent of the mean */
    public Envelope(int period, double percent) {
        this.share = percent / 100;
        this.average = new Sma(period);
    }

    /** Takes the next value; lines are known when {@code period} values were taken. */
    public void push(double value) {
        double middle = average.push(value);
        band.set(middle, middle + middle * share, middle - middle * share);
    }

    /** The lines. */
    public Band band() {
        return band;
    }
}
