package org.portcullis.market.domain.indicator;

/**
 * Two lines of which the one that price has not closed beyond is followed: the upper one only falls and the lower one
 * only rises, until a close beyond it hands over to the other.
 */
final class TrailingBand {

    private double upper;
    private double lower;
    private boolean rising;
    private boolean begun;

    /** The line that is followed at this close. */
    double push(double upperNow, double lowerNow, double close, double lastClose, boolean risingAtFirst) {
        if (!begun) {
            begun = true;
            rising = risingAtFirst;
            upper = upperNow;
            lower = lowerNow;
        }
        if (upperNow < upper || lastClose > upper) {
            upper = upperNow;
        }
        if (lowerNow > lower || lastClose < lower) {
            lower = lowerNow;
        }
        rising = close > (rising ? lower : upper);
        return rising ? lower : upper;
    }

    /** 1 when the line lies below price, -1 when above, 0 before the first. */
    int direction() {
        return !begun ? 0 : rising ? 1 : -1;
    }
}
