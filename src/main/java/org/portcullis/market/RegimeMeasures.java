package org.portcullis.market;

/**
 * What the regime of a market is judged by, at the close of a bar; every number depends on this bar and bars before it
 * (S2-REQ-U3). All are numbers: a comparison of rules with something that is none may hold.
 *
 * @param close          last price
 * @param emaLong        long exponential average of closes
 * @param trendAtrPct    slope of the logarithm of the trend average, in percent of the average true range per bar
 * @param adx            average directional index, 0 to 100
 * @param efficiency     efficiency ratio, 0 to 1
 * @param volatilityRank rank of realised volatility among its own past, 0 to 1
 * @param shockZ         last return in standard deviations of the returns before it; 0 after a market that stood still
 * @param drawdownAtr    distance of the close below the highest high of the last bars, in average true ranges; 0 or
 *                       more
 * @param halted         whether the venue has halted the instrument
 */
public record RegimeMeasures(double close, double emaLong, double trendAtrPct, double adx, double efficiency,
        double volatilityRank, double shockZ, double drawdownAtr, boolean halted) {

    public RegimeMeasures {
        if (!Double.isFinite(close) || !Double.isFinite(emaLong) || !Double.isFinite(trendAtrPct)
                || !Double.isFinite(adx) || !Double.isFinite(efficiency) || !Double.isFinite(volatilityRank)
                || !Double.isFinite(shockZ) || !Double.isFinite(drawdownAtr)) {
            throw new IllegalArgumentException("a measure of the regime is no number: close " + close + ", average "
                    + emaLong + ", slope " + trendAtrPct + ", direction " + adx + ", efficiency " + efficiency
                    + ", rank " + volatilityRank + ", shock " + shockZ + ", drawdown " + drawdownAtr);
        }
    }
}
