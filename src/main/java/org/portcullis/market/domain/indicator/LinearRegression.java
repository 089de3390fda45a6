package org.portcullis.market.domain.indicator;

/**
 * The straight line through the last {@code period} values by least squares: its slope a bar, its end at the newest
 * value (least-squares moving average, end point average) and the share of the spread that it explains.
 */
public final class LinearRegression {

    private final int period;
    private final Wma weights;
    private final RollingSpread spread;

    /** @param period at least 2 */
    public LinearRegression(int period) {
        this.period = period;
        this.weights = new Wma(period);
        this.spread = new RollingSpread(period);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken, then the end of the line. */
    public double push(double value) {
        weights.push(value);
        spread.push(value);
        return end();
    }

    /** Change of the line from bar to bar; {@link Double#NaN} until it is known. */
    public double slope() {
        if (!weights.full()) {
            return Double.NaN;
        }
        double covered = weights.weightedSum() - period * (period + 1) / 2.0 * spread.mean();
        return covered / (period * ((double) period * period - 1) / 12);
    }

    /** The line at the newest value; {@link Double#NaN} until it is known. */
    public double end() {
        return spread.mean() + slope() * (period - 1) / 2.0;
    }

    /** Share of the spread that the line explains, 0 to 1; 0 when all values are alike. */
    public double rSquared() {
        double slope = slope();
        double variance = spread.deviation() * spread.deviation();
        double explained = slope * slope * ((double) period * period - 1) / 12;
        return Double.isNaN(slope) ? Double.NaN : variance > 0 ? Math.min(1, explained / variance) : 0;
    }
}
