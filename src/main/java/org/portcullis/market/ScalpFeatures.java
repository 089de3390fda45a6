package org.portcullis.market;

/**
 * The twelve features that models are trained on and asked with (S3-09; SMC G), all known at the close of the bar that
 * completed a pattern and taken in the direction of that pattern. One that cannot be measured is {@link Double#NaN},
 * which models treat as missing.
 *
 * @param direction     direction of the pattern: 1 to buy, -1 to sell; not a feature itself
 * @param sweepDepthAtr depth of the newest sweep of the nearest pool behind price, in average true ranges
 * @param wickRatio     wick against the direction over the bar's range, 0 to 1
 * @param closeBackAtr  distance of the close from that pool's level, in average true ranges
 * @param volumeZ       volume against the fifty bars before, in standard deviations
 * @param takerShare    share of takers in the direction, -1 to 1
 * @param levelAgeLog   ln(1 + bars since that level was defined)
 * @param touches       earlier touches of that level
 * @param bodyAtr       body in the direction, in average true ranges
 * @param efficiency    efficiency ratio over 20 bars, 0 to 1
 * @param volatilityRank rank of realised volatility among its own past, 0 to 1
 * @param trendAtr      (EMA 50 - EMA 200) in average true ranges, in the direction
 * @param sessionSin    sine of the minute of the day, as an angle
 */
public record ScalpFeatures(int direction, double sweepDepthAtr, double wickRatio, double closeBackAtr, double volumeZ,
        double takerShare, double levelAgeLog, double touches, double bodyAtr, double efficiency,
        double volatilityRank, double trendAtr, double sessionSin) {

    /** Number of features a model sees. */
    public static final int COUNT = 12;

    /**
     * Writes the twelve features in the order of their declaration, the order in which models know them.
     *
     * @param row at least {@link #COUNT} long
     */
    public void writeTo(double[] row) {
        row[0] = sweepDepthAtr;
        row[1] = wickRatio;
        row[2] = closeBackAtr;
        row[3] = volumeZ;
        row[4] = takerShare;
        row[5] = levelAgeLog;
        row[6] = touches;
        row[7] = bodyAtr;
        row[8] = efficiency;
        row[9] = volatilityRank;
        row[10] = trendAtr;
        row[11] = sessionSin;
    }
}
