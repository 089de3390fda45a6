package org.portcullis.market.domain.indicator;

/**
 * Triple exponential moving average (P. Mulloy, 1994): {@code 3 e1 - 3 e2 + e3}, each the exponential average of the
 * one before it. All begin with the plain mean.
 */
public final class Tema {

    private final EmaChain chain;

    public Tema(int period) {
        this.chain = new EmaChain(period, 3);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double value) {
        return chain.push(value) ? 3 * chain.get(0) - 3 * chain.get(1) + chain.get(2) : Double.NaN;
    }
}
