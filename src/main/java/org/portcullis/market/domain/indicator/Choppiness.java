package org.portcullis.market.domain.indicator;

/**
 * Choppiness index (E. W. Dreiss): {@code 100 log10(sum of true ranges / whole range) / log10(n)}; near 100 price goes
 * to and fro, near 0 it goes one way. A range of nothing is all to and fro: 100.
 */
public final class Choppiness {

    private final double scale;
    private final RollingSum ranges;
    private final HighLow extremes;
    private double lastClose = Double.NaN;

    /** @param period at least 2 */
    public Choppiness(int period) {
        this.scale = 100 / Math.log10(period);
        this.ranges = new RollingSum(period);
        this.extremes = new HighLow(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low, double close) {
        double before = lastClose;
        lastClose = close;
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        double trueHigh = Math.max(high, before);
        double trueLow = Math.min(low, before);
        double way = ranges.push(trueHigh - trueLow);
        if (!extremes.push(trueHigh, trueLow)) {
            return Double.NaN;
        }
        double range = extremes.highest() - extremes.lowest();
        return range > 0 ? scale * Math.log10(way / range) : 100;
    }
}
