package org.portcullis.market.domain.indicator;

/**
 * Fractals (B. Williams, 1995): a high above the {@code span} highs on either side, a low below the lows on either
 * side. Charts draw it at that bar; it can only be known {@code span} bars later, and here it is told then. The newest
 * of each kind stays until the next.
 */
public final class Fractal {

    private final int span;
    private final double[] highs;
    private final double[] lows;
    private int next;
    private long count;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double found = Double.NaN;

    public Fractal(int span) {
        this.span = span;
        this.highs = new double[2 * span + 1];
        this.lows = new double[2 * span + 1];
    }

    /** Takes the next bar; the newest fractal high, or {@link Double#NaN} before the first. */
    public double push(double barHigh, double barLow) {
        highs[next] = barHigh;
        lows[next] = barLow;
        next = next + 1 == highs.length ? 0 : next + 1;
        found = 0;
        if (++count >= highs.length) {
            int middle = (next + span) % highs.length;
            boolean top = true;
            boolean bottom = true;
            for (int i = 0; i < highs.length; i++) {
                top &= i == middle || highs[i] < highs[middle];
                bottom &= i == middle || lows[i] > lows[middle];
            }
            high = top ? highs[middle] : high;
            low = bottom ? lows[middle] : low;
            found = (top ? 1 : 0) - (bottom ? 1 : 0);
        }
        return high;
    }

    /** The newest fractal high; {@link Double#NaN} before the first. */
    public double high() {
        return high;
    }

    /** The newest fractal low; {@link Double#NaN} before the first. */
    public double low() {
        return low;
    }

    /** 1 when this bar confirmed a high, -1 when it confirmed a low, 0 for none or both; NaN before the first bar. */
    public double confirmed() {
        return found;
    }
}
