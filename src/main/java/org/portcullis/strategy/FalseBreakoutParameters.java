package org.portcullis.strategy;

/**
 * What false-breakout looks for, how much each sign counts, and from which sum on it is traded (S4-04).
 *
 * @param wickRatioMin      wick over range that counts as a rejection, 0 to 1
 * @param wickWeight        points for it
 * @param closeBackWeight   points for a close on the near side of the level
 * @param volumeZMin        volume z-score that counts as a spike
 * @param volumeWeight      points for it
 * @param penetrationAtrMin penetration that counts, at least, in average true ranges
 * @param penetrationAtrMax penetration that counts, at most, in average true ranges
 * @param penetrationWeight points for it
 * @param touchesMin        earlier touches that make a level known
 * @param touchesWeight     points for it
 * @param ageBarsMin        bars that make a level old
 * @param ageWeight         points for it
 * @param barsBeyondMax     closes beyond the level, in a row, that still count as none
 * @param barsBeyondWeight  points for it
 * @param scoreMin          sum from which a breakout is taken as false
 * @param barsBeyondExitMin closes beyond the level, in a row, after which a breakout is taken as true
 * @param stopBeyondAtr     distance of the stop behind the farthest price, in average true ranges
 * @param stopAtrMin        smallest distance of the stop from the close, in average true ranges
 * @param targetMultiple    distance of the target from the close, in distances of the stop
 * @param directionMin      -1 when both directions are entered, 1 when only longs are
 */
public record FalseBreakoutParameters(double wickRatioMin, double wickWeight, double closeBackWeight, double volumeZMin,
        double volumeWeight, double penetrationAtrMin, double penetrationAtrMax, double penetrationWeight,
        double touchesMin, double touchesWeight, double ageBarsMin, double ageWeight, double barsBeyondMax,
        double barsBeyondWeight, double scoreMin, double barsBeyondExitMin, double stopBeyondAtr, double stopAtrMin,
        double targetMultiple, double directionMin) {

    /** The limits as the pack's {@code strategy.yaml} has them. */
    public static FalseBreakoutParameters from(PackParameters pack) {
        return new FalseBreakoutParameters(pack.number("wick-ratio-min"), pack.number("wick-weight"),
                pack.number("close-back-weight"), pack.number("volume-z-min"), pack.number("volume-weight"),
                pack.number("penetration-atr-min"), pack.number("penetration-atr-max"),
                pack.number("penetration-weight"), pack.number("touches-min"), pack.number("touches-weight"),
                pack.number("age-bars-min"), pack.number("age-weight"), pack.number("bars-beyond-max"),
                pack.number("bars-beyond-weight"), pack.number("score-min"), pack.number("bars-beyond-exit-min"),
                pack.number("stop-beyond-atr"), pack.number("stop-atr-min"), pack.number("target-multiple"),
                pack.number("direction-min"));
    }
}
