package org.portcullis.market.domain.indicator;

/**
 * How much of a bar's volume came with rising prices: {@code ((close - low) - (high - close)) / (high - low)} of it, -1
 * to 1 (M. Chaikin). A bar without range counts as 0.
 */
final class MoneyFlow {

    private MoneyFlow() {
    }

    static double multiplier(double high, double low, double close) {
        return high > low ? (close - low - (high - close)) / (high - low) : 0;
    }
}
