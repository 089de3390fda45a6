package org.portcullis.market.domain.indicator;

/** The highest high and the lowest low of the last {@code window} bars. */
public final class HighLow {

    private final RollingExtreme highs;
    private final RollingExtreme negatedLows;

    public HighLow(int window) {
        this.highs = new RollingExtreme(window);
        this.negatedLows = new RollingExtreme(window);
    }

    /** Takes the next bar; true when {@code window} bars were taken. */
    public boolean push(double high, double low) {
        highs.push(high);
        negatedLows.push(-low);
        return full();
    }

    /** True when {@code window} bars were taken. */
    public boolean full() {
        return highs.full();
    }

    /** The highest high held; {@link Double#NaN} before the first. */
    public double highest() {
        return highs.largest();
    }

    /** The lowest low held; {@link Double#NaN} before the first. */
    public double lowest() {
        return -negatedLows.largest();
    }

    /** Bars since the oldest of the highest highs; 0 is this bar. */
    long barsSinceHighest() {
        return highs.age();
    }

    /** Bars since the oldest of the lowest lows; 0 is this bar. */
    long barsSinceLowest() {
        return negatedLows.age();
    }

    /** Where a price lies in the range, 0 at the lowest to 100 at the highest; 0 for a range of nothing. */
    double place(double price) {
        double range = highest() - lowest();
        return range > 0 ? 100 * (price - lowest()) / range : 0;
    }
}
