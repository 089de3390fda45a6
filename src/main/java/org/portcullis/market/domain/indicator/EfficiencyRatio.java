package org.portcullis.market.domain.indicator;

/**
 * How straight the way of the price was (P. J. Kaufman, 1995): the change over {@code period} bars as a share of the
 * sum of the changes bar by bar.
 */
public final class EfficiencyRatio {

    private final Lookback closes;
    private final RollingSum ways;
    private double last = Double.NaN;

    public EfficiencyRatio(int period) {
        this.closes = new Lookback(period);
        this.ways = new RollingSum(period);
    }

    /**
     * Takes the next close; {@link Double#NaN} until {@code period} changes are known, then 0 (all to and fro) to 1
     * (straight). A price that stands still has gone nowhere: 0.
     */
    public double push(double close) {
        double before = closes.push(close);
        double way = Double.isNaN(last) ? 0 : ways.push(Math.abs(close - last));
        last = close;
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        return way > 0 ? Math.min(1, Math.abs(close - before) / way) : 0;
    }
}
