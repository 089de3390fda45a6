package org.portcullis.market.domain.indicator;

import org.portcullis.market.domain.Logarithm;

/**
 * Population standard deviation of the last {@code window} logarithmic returns, times the root of the returns in a
 * year. {@link Logarithm} gives the same logarithm on every machine.
 */
public final class RealisedVolatility {

    private final RollingSpread returns;
    private final double yearly;
    private double last = Double.NaN;
    private double lastReturn = Double.NaN;

    /**
     * @param window      how many returns
     * @param barsPerYear bars in a year, 525,600 for minutes around the clock; 1 for the deviation of one bar
     */
    public RealisedVolatility(int window, double barsPerYear) {
        this.returns = new RollingSpread(window);
        this.yearly = Math.sqrt(barsPerYear);
    }

    /**
     * Takes the next close, above zero; {@link Double#NaN} until {@code window} returns are known, then the volatility
     * as a share of the price: 0.5 is 50 % a year.
     */
    public double push(double close) {
        lastReturn = Logarithm.of(close / last);
        last = close;
        if (!Double.isNaN(lastReturn)) {
            returns.push(lastReturn);
        }
        return value();
    }

    /** The volatility; {@link Double#NaN} until it is known. */
    public double value() {
        return returns.full() ? returns.deviation() * yearly : Double.NaN;
    }

    /** The logarithmic return of the last bar; {@link Double#NaN} before the second. */
    public double lastReturn() {
        return lastReturn;
    }
}
