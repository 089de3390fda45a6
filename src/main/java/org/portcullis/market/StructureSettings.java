package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * How price structure is taken (S3-08, S0-09; SMC A, B).
 *
 * @param swingBars        bars on each side that a swing is the extreme of; it is known so many bars late
 * @param atrBars          period of the average true range that distances are measured in
 * @param gapsMax          untouched fair value gaps remembered on each side
 * @param blocksMax        order blocks remembered on each side
 * @param groupsMax        groups of equal highs or lows remembered on each side
 * @param equalAtr         swings this close are equal, in average true ranges
 * @param asiaFromMinute   minute of the day in Tokyo at which the Asian session begins
 * @param asiaToMinute     minute at which it is over
 * @param londonFromMinute minute of the day in London at which its session begins
 * @param londonToMinute   minute at which it is over
 * @param openingShort     length of the short opening range, in minutes
 * @param openingLong      length of the long one
 * @param pools            how liquidity pools walk
 */
public record StructureSettings(int swingBars, int atrBars, int gapsMax, int blocksMax, int groupsMax, double equalAtr,
        int asiaFromMinute, int asiaToMinute, int londonFromMinute, int londonToMinute, int openingShort,
        int openingLong, PoolSettings pools) {

    private static final String KEYS = "market.structure.";

    public StructureSettings {
        if (asiaFromMinute >= asiaToMinute || londonFromMinute >= londonToMinute) {
            throw new IllegalArgumentException("a session ends after it begins: Asia " + asiaFromMinute + " to "
                    + asiaToMinute + ", London " + londonFromMinute + " to " + londonToMinute);
        }
        if (openingShort >= openingLong) {
            throw new IllegalArgumentException(KEYS + "opening-short-minutes (" + openingShort + ") must be below "
                    + KEYS + "opening-long-minutes (" + openingLong + ")");
        }
    }

    /** The settings as {@code rules/policy.yaml} has them. */
    public static StructureSettings from(Policy policy) {
        return new StructureSettings(policy.integer(KEYS + "swing-bars"), policy.integer("market.atr-bars"),
                policy.integer(KEYS + "gaps-max"), policy.integer(KEYS + "blocks-max"),
                policy.integer(KEYS + "groups-max"), (double) policy.number(KEYS + "equal-atr") / FixedPoint.ONE,
                policy.integer(KEYS + "asia-from-minute"), policy.integer(KEYS + "asia-to-minute"),
                policy.integer(KEYS + "london-from-minute"), policy.integer(KEYS + "london-to-minute"),
                policy.integer(KEYS + "opening-short-minutes"), policy.integer(KEYS + "opening-long-minutes"),
                PoolSettings.from(policy));
    }
}
