package org.portcullis.strategy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.LateMap;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Side;

/**
 * What a strategy would like to do and why; carries no size, which is the desk's to decide (S2-REQ-R2).
 *
 * @param proposalId content hash, so that the same bar under the same rules proposes the same thing
 * @param strategy name of the pack
 * @param rule name of the rule that formed it
 * @param intent whether it opens or closes risk
 * @param barOpenTimeMs opening time of the bar that triggered it, or the minute of a signal, UTC milliseconds
 * @param decidedAtMs event time: the bar's close, UTC milliseconds
 * @param referencePriceE8 close of that bar
 * @param stopPriceE8 where the idea is wrong
 * @param targetPriceE8 where the idea has paid
 * @param confidence 0 to 1
 * @param rulesVersion version of the pack's rules
 * @param features what the rule saw, by name; finite values only
 * @param sizeFactor what the desk multiplies its size by: the regime's factor for this side (S2-REQ-U3), 0 to 1.5; 1
 *         when no regime is known
 * @param closeShare how much of what can be closed an exit closes, in percent: above 0, up to {@link #ALL}; what does
 *         not say it, such as a proposal kept before there were partial exits, closes all
 */
public record Proposal(String proposalId, String strategy, String rule, Intent intent, InstrumentId instrument,
        Side side,
        long barOpenTimeMs, long decidedAtMs, long referencePriceE8, long stopPriceE8, long targetPriceE8,
        double confidence, String rulesVersion, SortedMap<String, Double> features, double sizeFactor,
        Percent closeShare) {

    /** An exit of everything. */
    public static final Percent ALL = new Percent(100 * FixedPoint.ONE);
    /** Largest factor a regime may give. */
    public static final double SIZE_FACTOR_MAX = 1.5;

    public Proposal {
        closeShare = closeShare == null ? ALL : closeShare;
        features = features instanceof LateMap ? features
                : Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) features));
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence is outside 0 to 1: " + confidence);
        }
        if (referencePriceE8 <= 0 || stopPriceE8 < 0 || targetPriceE8 < 0) {
            throw new IllegalArgumentException("a proposal needs a positive price and no negative stop or target");
        }
        if (!(sizeFactor >= 0 && sizeFactor <= SIZE_FACTOR_MAX)) {
            throw new IllegalArgumentException("a size factor is 0 to " + SIZE_FACTOR_MAX + ", not " + sizeFactor);
        }
        if (closeShare.e8() <= 0 || closeShare.compareTo(ALL) > 0) {
            throw new IllegalArgumentException("an exit closes more than nothing and at most all, not " + closeShare
                    + " %");
        }
    }

    /** A proposal that closes, if it closes anything, everything. */
    public Proposal(String proposalId, String strategy, String rule, Intent intent, InstrumentId instrument, Side side,
            long barOpenTimeMs, long decidedAtMs, long referencePriceE8, long stopPriceE8, long targetPriceE8,
            double confidence, String rulesVersion, SortedMap<String, Double> features, double sizeFactor) {
        this(proposalId, strategy, rule, intent, instrument, side, barOpenTimeMs, decidedAtMs, referencePriceE8,
                stopPriceE8, targetPriceE8, confidence, rulesVersion, features, sizeFactor, ALL);
    }

    /** A proposal of full size. */
    public Proposal(String proposalId, String strategy, String rule, Intent intent, InstrumentId instrument, Side side,
            long barOpenTimeMs, long decidedAtMs, long referencePriceE8, long stopPriceE8, long targetPriceE8,
            double confidence, String rulesVersion, SortedMap<String, Double> features) {
        this(proposalId, strategy, rule, intent, instrument, side, barOpenTimeMs, decidedAtMs, referencePriceE8,
                stopPriceE8, targetPriceE8, confidence, rulesVersion, features, 1);
    }

    /**
     * A wish to close a position whatever a strategy thinks of it: without stop, target or features.
     *
     * @param atMs event time, UTC milliseconds
     * @param priceE8 last believed price
     */
    public static Proposal closing(String proposalId, String strategy, String rule, InstrumentId instrument, Side side,
            long atMs, long priceE8, String version) {
        return new Proposal(proposalId, strategy, rule, Intent.EXIT, instrument, side, atMs, atMs, priceE8, 0, 0, 1,
                version, new TreeMap<>());
    }

    /**
     * The same wish for a part of the position, with the numbers that led to it.
     *
     * @param share percent of what can be closed, above 0 to {@link #ALL}
     * @param seenE8 what was compared, by name, in 10<sup>-8</sup> of its unit
     */
    public Proposal closing(Percent share, Map<String, Long> seenE8) {
        SortedMap<String, Double> seen = new TreeMap<>();
        seenE8.forEach((name, value) -> seen.put(name, (double) value / FixedPoint.ONE));
        return new Proposal(proposalId, strategy, rule, intent, instrument, side, barOpenTimeMs, decidedAtMs,
                referencePriceE8, stopPriceE8, targetPriceE8, confidence, rulesVersion, seen, sizeFactor, share);
    }

    /** {@link #confidence} in 10<sup>-8</sup>, for comparisons in rooms of money. */
    public long confidenceE8() {
        return Math.round(confidence * FixedPoint.ONE);
    }

    /** The same wish under another id, to be judged anew. */
    public Proposal renamed(String newId) {
        return new Proposal(newId, strategy, rule, intent, instrument, side, barOpenTimeMs, decidedAtMs,
                referencePriceE8, stopPriceE8, targetPriceE8, confidence, rulesVersion, features, sizeFactor,
                closeShare);
    }

    /** {@link #sizeFactor} in 10<sup>-8</sup>, for arithmetic with money. */
    public long sizeFactorE8() {
        return Math.round(sizeFactor * FixedPoint.ONE);
    }
}
