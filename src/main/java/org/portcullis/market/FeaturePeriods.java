package org.portcullis.market;

import org.portcullis.engine.policy.Policy;

/**
 * How far back each feature looks, in bars (S2-REQ-S1: look-backs are settings).
 *
 * @param emaFastBars  period of the fast exponential average
 * @param emaSlowBars  period of the slow exponential average; longer than the fast one
 * @param rsiBars      period of the relative strength index
 * @param atrBars      period of the average true range
 * @param volumeBars   window of the volume z-score
 * @param returnBars   bars over which the return is taken
 * @param rangeBars    prior bars whose high and low are the range
 * @param zScoreBars   window of the price z-score
 * @param warmUpBars   bars a series must have before its first features, so that averages have forgotten their start
 */
public record FeaturePeriods(int emaFastBars, int emaSlowBars, int rsiBars, int atrBars, int volumeBars,
        int returnBars, int rangeBars, int zScoreBars, int warmUpBars) {

    public FeaturePeriods {
        if (emaFastBars >= emaSlowBars) {
            throw new IllegalArgumentException("market.ema-fast-bars (" + emaFastBars
                    + ") must be below market.ema-slow-bars (" + emaSlowBars + ")");
        }
    }

    /** The periods as {@code rules/policy.yaml} has them. */
    public static FeaturePeriods from(Policy policy) {
        return new FeaturePeriods(policy.integer("market.ema-fast-bars"), policy.integer("market.ema-slow-bars"),
                policy.integer("market.rsi-bars"), policy.integer("market.atr-bars"),
                policy.integer("market.volume-bars"), policy.integer("market.return-bars"),
                policy.integer("market.range-bars"), policy.integer("market.z-score-bars"),
                policy.integer("market.warm-up-bars"));
    }

    /**
     * Bars after which features no longer tell where their series began, to the precision of their numbers. What an
     * exponential average of n bars keeps of its start shrinks by (n - 1) / (n + 1) each bar, and Wilder's by
     * (n - 1) / n: e<sup>-40</sup> of it is left after 20 n and 40 n bars. A restart shows so many again, or it would
     * think about a bar what an undisturbed run would not.
     */
    public int barsToForget() {
        return barsNeeded() + Math.max(20 * emaSlowBars, 40 * Math.max(rsiBars, atrBars));
    }

    /** Bars after which features are formed: the warm-up asked for, or what the longest look-back needs if more. */
    public int barsNeeded() {
        int longest = Math.max(emaSlowBars, Math.max(rsiBars + 1, atrBars + 1));
        longest = Math.max(longest, Math.max(volumeBars, zScoreBars));
        longest = Math.max(longest, Math.max(returnBars, rangeBars));
        // one more: the values of the bar before are features too
        return Math.max(warmUpBars, longest + 1);
    }
}
