package org.portcullis.market;

import java.util.Objects;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * How regimes are measured, entered and left, and what follows from them (S2-REQ-U3, S4-M12).
 *
 * @param periods          how far back measures look; a change begins the series anew
 * @param entering         limits at which regimes are entered
 * @param leavingFactor    what the limits of a trend are multiplied with while it lasts, 0 to 1
 * @param barsMin          bars a regime lasts at least, a crash excepted, which takes its place at once
 * @param quietBars        quiet bars in a row after which a crash is over
 * @param quietShockZMin   a bar is quiet above this shock; below zero
 * @param quietRankMax     and below this rank of volatility, 0 to 1
 * @param lowRankMax       rank of volatility below which it is low, 0 to 1
 * @param highRankMin      rank of volatility above which it is high, 0 to 1
 * @param withTrend        factor on sizes in the direction of the trend
 * @param againstTrend     factor on sizes against it
 * @param inChop           factor on sizes without a trend
 * @param inCrash          factor on sizes in a crash; 0: nothing is entered
 * @param whenUnknown      factor on sizes while too little is known
 * @param hours            when the three places trade
 */
public record RegimeSettings(RegimePeriods periods, RegimeLimits entering, double leavingFactor, int barsMin,
        int quietBars, double quietShockZMin, double quietRankMax, double lowRankMax, double highRankMin,
        double withTrend, double againstTrend, double inChop, double inCrash, double whenUnknown, SessionHours hours) {

    public RegimeSettings {
        Objects.requireNonNull(periods, "periods");
        Objects.requireNonNull(entering, "entering");
        Objects.requireNonNull(hours, "hours");
        if (lowRankMax > highRankMin) {
            throw new IllegalArgumentException("market.regime.low-rank-max (" + lowRankMax
                    + ") must not be above market.regime.high-rank-min (" + highRankMin + ")");
        }
    }

    /** The settings as {@code rules/policy.yaml} has them. */
    public static RegimeSettings from(Policy policy) {
        return new RegimeSettings(RegimePeriods.from(policy), RegimeLimits.from(policy),
                units(policy, "leaving-factor"), policy.integer("market.regime.bars-min"),
                policy.integer("market.regime.quiet-bars"), units(policy, "quiet-shock-z-min"),
                units(policy, "quiet-rank-max"), units(policy, "low-rank-max"), units(policy, "high-rank-min"),
                units(policy, "factor-with-trend"), units(policy, "factor-against-trend"),
                units(policy, "factor-chop"), units(policy, "factor-crash"), units(policy, "factor-unknown"),
                SessionHours.from(policy));
    }

    /** What sizes of longs are multiplied with in this regime. */
    public double longFactor(Regime regime) {
        return switch (regime) {
            case BULL -> withTrend;
            case BEAR -> againstTrend;
            case CHOP -> inChop;
            case CRASH -> inCrash;
            case UNKNOWN -> whenUnknown;
        };
    }

    /** What sizes of shorts are multiplied with in this regime. */
    public double shortFactor(Regime regime) {
        return switch (regime) {
            case BULL -> againstTrend;
            case BEAR -> withTrend;
            case CHOP, CRASH, UNKNOWN -> longFactor(regime);
        };
    }

    private static double units(Policy policy, String key) {
        return (double) policy.number("market.regime." + key) / FixedPoint.ONE;
    }
}
