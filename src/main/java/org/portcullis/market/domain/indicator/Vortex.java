package org.portcullis.market.domain.indicator;

/**
 * Vortex (E. Botes and D. Siepman, 2010): way from the last low to this high, and from the last high to this low, each
 * over the true ranges of the window.
 */
public final class Vortex {

    private final RollingSum plusMoves;
    private final RollingSum minusMoves;
    private final RollingSum ranges;
    private double lastHigh;
    private double lastLow;
    private double lastClose = Double.NaN;
    private double plus = Double.NaN;
    private double minus = Double.NaN;

    public Vortex(int period) {
        this.plusMoves = new RollingSum(period);
        this.minusMoves = new RollingSum(period);
        this.ranges = new RollingSum(period);
    }

    /** Takes the next bar; VI+, or {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low, double close) {
        if (!Double.isNaN(lastClose)) {
            double up = plusMoves.push(Math.abs(high - lastLow));
            double down = minusMoves.push(Math.abs(low - lastHigh));
            double range = ranges.push(Math.max(high, lastClose) - Math.min(low, lastClose));
            if (ranges.full()) {
                plus = range > 0 ? up / range : 0;
                minus = range > 0 ? down / range : 0;
            }
        }
        lastHigh = high;
        lastLow = low;
        lastClose = close;
        return plus;
    }

    /** VI+; {@link Double#NaN} until it is known. */
    public double plus() {
        return plus;
    }

    /** VI-; {@link Double#NaN} until it is known. */
    public double minus() {
        return minus;
    }
}
