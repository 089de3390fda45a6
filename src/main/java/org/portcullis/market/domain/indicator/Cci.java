package org.portcullis.market.domain.indicator;

/**
 * Commodity channel index (D. Lambert, Commodities, 1980): distance of the typical price from its mean over the window,
 * in 0.015 mean absolute deviations. That deviation does not carry on from bar to bar, so each bar costs one pass over
 * the window.
 */
public final class Cci {

    private static final double SCALE = 0.015;

    private final double[] ring;
    private final Sma mean;
    private int next;

    public Cci(int period) {
        this.ring = new double[period];
        this.mean = new Sma(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} bars were taken; 0 when all prices are alike. */
    public double push(double high, double low, double close) {
        double typical = (high + low + close) / 3;
        ring[next] = typical;
        next = next + 1 == ring.length ? 0 : next + 1;
        double average = mean.push(typical);
        if (Double.isNaN(average)) {
            return Double.NaN;
        }
        double deviation = 0;
        for (double price : ring) {
            deviation += Math.abs(price - average);
        }
        deviation /= ring.length;
        return deviation > Math.abs(average) * 1e-12 ? (typical - average) / (SCALE * deviation) : 0;
    }
}
