package org.portcullis.market.domain.indicator;

/**
 * Double exponential moving average (P. Mulloy, Technical Analysis of Stocks and Commodities, 1994):
 * {@code 2 e1 - e2}, where e1 is the exponential average of values and e2 that of e1. Both begin with the plain mean.
 */
public final class Dema {

    private final EmaChain chain;

    public Dema(int period) {
        this.chain = new EmaChain(period, 2);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double value) {
        return chain.push(value) ? 2 * chain.get(0) - chain.get(1) : Double.NaN;
    }
}
