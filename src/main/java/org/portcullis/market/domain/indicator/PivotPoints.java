package org.portcullis.market.domain.indicator;

/**
 * Standard pivot points of the period before this one, such as the previous day:
 * {@code P = (H + L + C) / 3, S1 = 2P - H, S2 = P - (H - L), S3 = L - 2 (H - P), R1 = 2P - L, R2 = P + (H - L),
 * R3 = H + 2 (P - L)}.
 */
public final class PivotPoints {

    private final Pivots levels = new Pivots();
    private boolean begun;
    private long period;
    private double high;
    private double low;
    private double close;

    /**
     * Takes the next bar.
     *
     * @param periodOfBar number of the bar's period: when it changes, the levels are taken from the one that ended
     * @return the pivot; {@link Double#NaN} during the first period
     */
    public double push(double barHigh, double barLow, double barClose, long periodOfBar) {
        if (!begun || periodOfBar != period) {
            if (begun) {
                levels.set(high, low, close);
            }
            begun = true;
            period = periodOfBar;
            high = barHigh;
            low = barLow;
        }
        high = Math.max(high, barHigh);
        low = Math.min(low, barLow);
        close = barClose;
        return levels.pivot();
    }

    /** The typical price; {@link Double#NaN} until it is known. */
    public double pivot() {
        return levels.pivot();
    }

    /** The support of that rank, 1 to 3, outwards; {@link Double#NaN} until it is known. */
    public double support(int rank) {
        return levels.support(rank);
    }

    /** The resistance of that rank, 1 to 3, outwards; {@link Double#NaN} until it is known. */
    public double resistance(int rank) {
        return levels.resistance(rank);
    }
}
