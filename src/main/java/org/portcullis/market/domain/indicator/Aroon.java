package org.portcullis.market.domain.indicator;

/**
 * Aroon (T. Chande, 1995): how long ago the highest high and the lowest low of {@code period + 1} bars were,
 * {@code 100 (n - bars since) / n}, and the difference of both.
 * Of several alike the oldest counts.
 */
public final class Aroon {

    private final int period;
    private final HighLow range;
    private double up = Double.NaN;
    private double down = Double.NaN;

    public Aroon(int period) {
        this.period = period;
        this.range = new HighLow(period + 1);
    }

    /** Takes the next bar; up minus down, or {@link Double#NaN} until {@code period + 1} bars were taken. */
    public double push(double high, double low) {
        if (range.push(high, low)) {
            up = 100.0 * (period - range.barsSinceHighest()) / period;
            down = 100.0 * (period - range.barsSinceLowest()) / period;
        }
        return up - down;
    }

    /** 100 when the highest high is this bar's, 0 when it is the oldest's; {@link Double#NaN} until it is known. */
    public double up() {
        return up;
    }

    /** The same for the lowest low; {@link Double#NaN} until it is known. */
    public double down() {
        return down;
    }
}
