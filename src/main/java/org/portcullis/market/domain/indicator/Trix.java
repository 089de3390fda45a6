package org.portcullis.market.domain.indicator;

/**
 * Rate of change of a triple exponential average (J. Hutson, 1983): {@code 100 (e3 - e3 before) / e3 before}, in
 * percent.
 */
public final class Trix {

    private final EmaChain chain;
    private double before = Double.NaN;
    private double average = Double.NaN;

    public Trix(int period) {
        this.chain = new EmaChain(period, 3);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period + 1} values were taken, then percent. */
    public double push(double value) {
        if (!chain.push(value)) {
            return Double.NaN;
        }
        before = average;
        average = chain.get(2);
        return 100 * (average - before) / before;
    }

    /** The triple average; {@link Double#NaN} until it has been smoothed once. */
    public double average() {
        return Double.isNaN(before) ? Double.NaN : average;
    }
}
