package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * The limits of the guard rules, as facts.
 *
 * @param stepMsMin                smallest time from one bar to the next, in milliseconds: one bar
 * @param misalignedMsMax          largest distance of an open time from the full minute, in milliseconds
 * @param priceMin                 smallest believable price, in quote currency
 * @param volumeMin                volume below which a bar contradicts itself, in base units
 * @param liquidityVolumeMax       volume up to which a minute counts as without liquidity, in base units
 * @param ageMsMax                 oldest bar at receipt that may be traded on, in milliseconds
 * @param aheadMsMax               how far a bar may close after its receipt, in milliseconds
 * @param missingMinutesMax        missing minutes that do not yet restart a series
 * @param deviationPctMax          largest move without confirmation, in percent
 * @param confirmingVolumeRatioMin volume, in means of the series, that confirms a larger move
 * @param agreeingOutlierBarsMax   refused bars at the same level after which the level is believed
 * @param referenceMinutesMax      oldest close, in missing minutes, that a move is measured from
 */
public record MarketLimits(long stepMsMin, long misalignedMsMax, double priceMin, double volumeMin,
        double liquidityVolumeMax, long ageMsMax, long aheadMsMax, long missingMinutesMax, double deviationPctMax,
        double confirmingVolumeRatioMin, int agreeingOutlierBarsMax, long referenceMinutesMax) {

    /** The limits as {@code rules/policy.yaml} has them. */
    public static MarketLimits from(Policy policy) {
        return new MarketLimits(Bar.INTERVAL_MS, 0,
                units(policy.number("market.price-min")), 0,
                units(policy.number("market.liquidity-volume-max")),
                policy.duration("market.bar-age-max").toMillis(),
                policy.duration("market.bar-ahead-max").toMillis(),
                policy.integer("market.gap-minutes-max"),
                units(policy.number("market.outlier-move-pct-max")),
                units(policy.number("market.outlier-volume-ratio-min")),
                policy.integer("market.outlier-agreeing-bars-max"),
                policy.integer("market.outlier-reference-minutes-max"));
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
