package org.portcullis.market.domain.pool;

/**
 * What pools look at: one bar and what was known at its close.
 *
 * @param timeMs      open time, UTC milliseconds
 * @param open        first price
 * @param high        highest price
 * @param low         lowest price
 * @param close       last price
 * @param atr         average true range in price, positive; {@link Double#NaN} while it is not known
 * @param bodyZ       body against the fifty bodies before it, in standard deviations
 * @param volumeRatio volume in means of the twenty bars before it; {@link Double#NaN} when none is told
 * @param broke       direction of the break of structure or character of this bar, 0 for none
 * @param gap         direction of the fair value gap that this bar completed, 0 for none
 * @param gapMiddle   price in the middle of that gap
 */
public record PoolBar(long timeMs, double open, double high, double low, double close, double atr, double bodyZ,
        double volumeRatio, int broke, int gap, double gapMiddle) {

    /** Body over range, 0 to 1; 0 for a bar without range (S0-11). */
    public double bodyShare() {
        double range = high - low;
        return range > 0 ? Math.abs(close - open) / range : 0;
    }

    /** Body in average true ranges, positive when the bar closed in the direction. */
    public double bodyAtr(int direction) {
        return direction * (close - open) / atr;
    }
}
