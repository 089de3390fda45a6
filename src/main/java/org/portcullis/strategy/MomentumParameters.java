package org.portcullis.strategy;

/**
 * The limits of the momentum-core triggers, as a fact for its rules.
 *
 * @param movePctMin          return over the look-back that is a price move, in percent
 * @param volumeZMin          volume z-score that is a spike
 * @param spikeReturnPctMin   return that must go with a spike, in percent
 * @param breakoutAtrMin      distance above the range that is a breakout, in average true ranges
 * @param breakoutVolumeZMin  volume z-score that must go with a breakout
 * @param reversionZMax       price z-score at or below which the price has fallen too far; negative
 * @param reversionRsiMax     relative strength index that must go with a reversion, at most
 * @param trendSpreadPctMin   spread of the averages above which the trend is up, in percent
 * @param entryRsiMax         relative strength index above which nothing is bought any more
 * @param atrPctMin           average true range below which a move cannot pay its fees, in percent
 * @param exitSpreadPctMax    spread of the averages below which momentum has faded, in percent
 * @param exitRsiMin          relative strength index at which a rise is taken as overheated
 * @param stopAtr             distance of the stop below the close, in average true ranges
 * @param targetAtr           distance of the target above the close, in average true ranges
 */
public record MomentumParameters(double movePctMin, double volumeZMin, double spikeReturnPctMin, double breakoutAtrMin,
        double breakoutVolumeZMin, double reversionZMax, double reversionRsiMax, double trendSpreadPctMin,
        double entryRsiMax, double atrPctMin, double exitSpreadPctMax, double exitRsiMin, double stopAtr,
        double targetAtr) {

    /** The limits as the pack's {@code strategy.yaml} has them. */
    public static MomentumParameters from(PackParameters pack) {
        return new MomentumParameters(pack.number("move-pct-min"), pack.number("volume-z-min"),
                pack.number("spike-return-pct-min"), pack.number("breakout-atr-min"),
                pack.number("breakout-volume-z-min"), pack.number("reversion-z-max"),
                pack.number("reversion-rsi-max"), pack.number("trend-spread-pct-min"), pack.number("entry-rsi-max"),
                pack.number("atr-pct-min"), pack.number("exit-spread-pct-max"), pack.number("exit-rsi-min"),
                pack.number("stop-atr"), pack.number("target-atr"));
    }
}
