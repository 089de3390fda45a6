package org.portcullis.signal;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * The limits of the intake, as facts.
 *
 * @param ageMsMax         oldest signal that is traded, in milliseconds
 * @param aheadMsMax       how far a signal may be fired ahead of our clock, in milliseconds
 * @param instrumentsMin   instruments a ticker must lead to: one
 * @param delayedFeedsMax  delayed feeds that are accepted: none
 * @param deviationPctMax  largest distance of its price from the last believed one, in percent
 * @param markAgeMsMax     oldest believed price it is compared with, in milliseconds
 * @param bodyBytesMax     longest body that is read, in bytes
 * @param keepMs           how long a signal is remembered, in milliseconds
 */
public record SignalLimits(long ageMsMax, long aheadMsMax, int instrumentsMin, int delayedFeedsMax,
        double deviationPctMax, long markAgeMsMax, int bodyBytesMax, long keepMs) {

    /** The limits as {@code rules/policy.yaml} has them. */
    public static SignalLimits from(Policy policy) {
        return new SignalLimits(policy.duration("signal.age-max").toMillis(),
                policy.duration("signal.ahead-max").toMillis(), 1, 0,
                (double) policy.number("signal.price-deviation-pct-max") / FixedPoint.ONE,
                policy.duration("signal.mark-age-max").toMillis(), policy.integer("signal.body-bytes-max"),
                policy.duration("signal.keep").toMillis());
    }
}
