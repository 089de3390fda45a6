package org.portcullis.market.domain.indicator;

/**
 * Hull moving average (A. Hull, 2005): {@code WMA(2 WMA(v, n / 2) - WMA(v, n), sqrt(n))}, each period cut to a whole
 * number. It follows faster than a weighted average and overshoots at turns.
 */
public final class Hma {

    private final Wma half;
    private final Wma whole;
    private final Wma smoothed;

    /** @param period at least 2 */
    public Hma(int period) {
        this.half = new Wma(period / 2);
        this.whole = new Wma(period);
        this.smoothed = new Wma((int) Math.sqrt(period));
    }

    /** Takes the next value; {@link Double#NaN} until {@code period + sqrt(period) - 1} values were taken. */
    public double push(double value) {
        double fast = half.push(value);
        double slow = whole.push(value);
        return Double.isNaN(slow) ? Double.NaN : smoothed.push(2 * fast - slow);
    }
}
