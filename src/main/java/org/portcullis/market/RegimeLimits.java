package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * What regime rules compare with. A regime in force is judged by the limits at which it is left, which lie nearer to
 * nothing than those at which it is entered, so that a measure on the limit does not flip it to and fro.
 *
 * @param crashShockZMax       a return of so many deviations or fewer is a crash; below zero
 * @param crashDrawdownAtrMin  a fall by so many average true ranges is a crash when volatility is high too
 * @param crashRankMin         rank of volatility from which such a fall counts, 0 to 1
 * @param bearAdxMin           directional index from which a fall is a trend, 0 to 100
 * @param bearEfficiencyMin    efficiency ratio from which a fall is a trend, 0 to 1
 * @param bullAdxMin           directional index from which a rise is a trend, 0 to 100
 * @param bullEfficiencyMin    efficiency ratio from which a rise is a trend, 0 to 1
 */
public record RegimeLimits(double crashShockZMax, double crashDrawdownAtrMin, double crashRankMin, double bearAdxMin,
        double bearEfficiencyMin, double bullAdxMin, double bullEfficiencyMin) {

    /** The limits at which regimes are entered, as {@code rules/policy.yaml} has them. */
    public static RegimeLimits from(Policy policy) {
        double adx = units(policy, "market.regime.trend-adx-min");
        double efficiency = units(policy, "market.regime.trend-efficiency-min");
        return new RegimeLimits(units(policy, "market.regime.crash-shock-z-max"),
                units(policy, "market.regime.crash-drawdown-atr-min"), units(policy, "market.regime.crash-rank-min"),
                adx, efficiency, adx, efficiency);
    }

    /** The same with the limits of one trend brought nearer to nothing; for other regimes the same. */
    public RegimeLimits leaving(Regime regime, double factor) {
        return switch (regime) {
            case BEAR -> new RegimeLimits(crashShockZMax, crashDrawdownAtrMin, crashRankMin, bearAdxMin * factor,
                    bearEfficiencyMin * factor, bullAdxMin, bullEfficiencyMin);
            case BULL -> new RegimeLimits(crashShockZMax, crashDrawdownAtrMin, crashRankMin, bearAdxMin,
                    bearEfficiencyMin, bullAdxMin * factor, bullEfficiencyMin * factor);
            case CHOP, CRASH, UNKNOWN -> this;
        };
    }

    private static double units(Policy policy, String key) {
        return (double) policy.number(key) / FixedPoint.ONE;
    }
}
