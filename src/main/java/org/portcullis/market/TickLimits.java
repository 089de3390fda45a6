package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * The limits of the guard rules on ticks, as facts.
 *
 * @param priceMin                 smallest believable price, in quote currency
 * @param quantityMin              smallest believable quantity, in base units
 * @param sidesMin                 sides that a quote must have
 * @param crossedByMin             bid minus ask from which on a quote counts as crossed, in quote currency
 * @param spreadPctMax             widest spread that can be believed, in percent of the middle
 * @param quoteAgeMsMax            oldest quote that may be decided on, in milliseconds (S2-REQ-ST1)
 * @param ageMsMax                 oldest tick that may be used at all, in milliseconds (S2-D5)
 * @param aheadMsMax               how far a tick may lie in the future, in milliseconds
 * @param deviationPctMax          largest move without confirmation, in percent (S2-REQ-O1)
 * @param confirmingVolumeRatioMin volume, in mean minutes, that confirms a larger move
 * @param agreeingTicksMax         refused ticks near one price after which it is believed
 * @param referenceAgeMsMax        oldest price that a move is measured from, in milliseconds
 */
public record TickLimits(double priceMin, double quantityMin, int sidesMin, double crossedByMin, double spreadPctMax,
        long quoteAgeMsMax, long ageMsMax, long aheadMsMax, double deviationPctMax, double confirmingVolumeRatioMin,
        int agreeingTicksMax, long referenceAgeMsMax) {

    private static final double SMALLEST_QUANTITY = 1.0 / FixedPoint.ONE;
    private static final int BOTH_SIDES = 2;

    /** The limits as {@code rules/policy.yaml} has them. */
    public static TickLimits from(Policy policy) {
        return new TickLimits(units(policy.number("market.price-min")), SMALLEST_QUANTITY, BOTH_SIDES, 0,
                units(policy.number("market.tick.spread-pct-max")),
                policy.duration("market.tick.quote-age-max").toMillis(),
                policy.duration("market.tick.age-max").toMillis(),
                policy.duration("market.tick.ahead-max").toMillis(),
                units(policy.number("market.tick.outlier-move-pct-max")),
                units(policy.number("market.tick.outlier-volume-ratio-min")),
                policy.integer("market.tick.outlier-agreeing-ticks-max"),
                policy.duration("market.tick.outlier-reference-age-max").toMillis());
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
