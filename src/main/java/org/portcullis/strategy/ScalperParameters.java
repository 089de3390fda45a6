package org.portcullis.strategy;

/**
 * The limits of the smc-scalper triggers, as a fact for its rules.
 *
 * @param confidenceOver    probability that a pattern must exceed, 0 to 1 (S1-18)
 * @param trendAtrMin       slow trend in the direction that must go with a pattern that continues it, in average true
 *                          ranges
 * @param sweepTrendAtrMin  slow trend in the direction that a sweep, which turns it, bears, in average true ranges
 * @param sweepDepthAtrMax  depth beyond the pool at which a sweep is a breakout, in average true ranges
 * @param adxMin            average directional index that must go with a pattern that continues the trend, 0 to 100
 * @param bodyAtrMin        body of the bar in the direction that must go with a break or gap, in average true ranges
 * @param volatilityRankMax rank of realised volatility above which nothing is scalped, 0 to 1
 * @param directionMin      -1 when both directions are entered, 1 when only longs are
 */
public record ScalperParameters(double confidenceOver, double trendAtrMin, double sweepTrendAtrMin,
        double sweepDepthAtrMax, double adxMin, double bodyAtrMin, double volatilityRankMax, double directionMin) {

    /** The limits as the pack's {@code strategy.yaml} has them. */
    public static ScalperParameters from(PackParameters pack) {
        return new ScalperParameters(pack.number("confidence-over"), pack.number("trend-atr-min"),
                pack.number("sweep-trend-atr-min"), pack.number("sweep-depth-atr-max"), pack.number("adx-min"),
                pack.number("body-atr-min"), pack.number("volatility-rank-max"), pack.number("direction-min"));
    }
}
