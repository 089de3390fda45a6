package org.portcullis.market.domain.indicator;

/** Standard pivot points of the {@code window} bars before this one: see {@link PivotPoints} for the formulas. */
public final class RollingPivots {

    private final HighLow range;
    private final Pivots levels = new Pivots();
    private double lastClose;

    public RollingPivots(int window) {
        this.range = new HighLow(window);
    }

    /** Takes the next bar; the pivot, or {@link Double#NaN} until {@code window + 1} bars were taken. */
    public double push(double high, double low, double close) {
        if (range.full()) {
            levels.set(range.highest(), range.lowest(), lastClose);
        }
        range.push(high, low);
        lastClose = close;
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
