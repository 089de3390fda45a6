package org.portcullis.market.domain.indicator;

/**
 * Donchian channel (R. Donchian): highest high and lowest low of the {@code period} bars before this one, so that this
 * bar can break out of it, and the middle of both.
 */
public final class Donchian {

    private final HighLow range;
    private final Band band = new Band();

    public Donchian(int period) {
        this.range = new HighLow(period);
    }

    /** Takes the next bar; lines are known when {@code period + 1} bars were taken. */
    public void push(double high, double low) {
        if (range.full()) {
            band.set((range.highest() + range.lowest()) / 2, range.highest(), range.lowest());
        }
        range.push(high, low);
    }

    /** The lines. */
    public Band band() {
        return band;
    }
}
