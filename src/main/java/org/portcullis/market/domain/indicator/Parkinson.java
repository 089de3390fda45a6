package org.portcullis.market.domain.indicator;

import org.portcullis.market.domain.Logarithm;

/**
 * Volatility of one bar from highs and lows (M. Parkinson, Journal of Business 53, 1980): the root of the sum of
 * ln(high / low) squared over 4 n ln 2.
 */
public final class Parkinson {

    private final double divisor;
    private final RollingSum squares;

    public Parkinson(int window) {
        this.divisor = 4 * window * StrictMath.log(2);
        this.squares = new RollingSum(window);
    }

    /**
     * Takes the next bar, prices above zero; {@link Double#NaN} until {@code window} bars were taken, then the
     * volatility of one bar as a share of the price.
     */
    public double push(double high, double low) {
        double range = Logarithm.of(high / low);
        double sum = squares.push(range * range);
        return squares.full() ? Math.sqrt(Math.max(0, sum) / divisor) : Double.NaN;
    }
}
