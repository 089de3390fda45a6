package org.portcullis.market;

import org.portcullis.engine.policy.Policy;

/**
 * How far back the measures of the regime look, in bars.
 *
 * @param emaLongBars    period of the average that the close is compared with
 * @param emaTrendBars   period of the average whose slope is the trend
 * @param slopeBars      bars over which that slope is taken
 * @param adxBars        period of the directional index
 * @param atrBars        period of the average true range
 * @param efficiencyBars period of the efficiency ratio
 * @param volatilityBars returns in a realised volatility
 * @param rankBars       volatilities among which the last one is ranked
 * @param drawdownBars   bars whose highest high a fall is measured from, the last one included
 */
public record RegimePeriods(int emaLongBars, int emaTrendBars, int slopeBars, int adxBars, int atrBars,
        int efficiencyBars, int volatilityBars, int rankBars, int drawdownBars) {

    /** The periods as {@code rules/policy.yaml} has them. */
    public static RegimePeriods from(Policy policy) {
        return new RegimePeriods(policy.integer("market.regime.ema-long-bars"),
                policy.integer("market.regime.ema-trend-bars"), policy.integer("market.regime.slope-bars"),
                policy.integer("market.regime.adx-bars"), policy.integer("market.regime.atr-bars"),
                policy.integer("market.regime.efficiency-bars"), policy.integer("market.regime.volatility-bars"),
                policy.integer("market.regime.rank-bars"), policy.integer("market.regime.drawdown-bars"));
    }

    /** Bars after which every measure is known and the averages have begun to forget their start. */
    public int barsNeeded() {
        int averages = Math.max(emaLongBars, emaTrendBars) + slopeBars;
        int others = Math.max(Math.max(2 * adxBars, atrBars + 1), Math.max(efficiencyBars, volatilityBars) + 2);
        return Math.max(Math.max(averages, others), drawdownBars);
    }
}
