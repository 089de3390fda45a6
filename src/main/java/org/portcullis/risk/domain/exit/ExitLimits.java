package org.portcullis.risk.domain.exit;

import org.portcullis.kernel.Percent;

/**
 * When positions are closed, from {@code rules/policy.yaml} or the strategy's own file.
 *
 * @param lossPctMax how far the price may run against the entry (S2-PR1)
 * @param partAtRE8 at how many times the first risk a part is closed, in 10<sup>-8</sup>
 * @param partShare how much of the position that part is; zero when none is closed
 * @param holdMsMax how long a position may be open (S3-15)
 * @param stagnationMsMax how long it may be open without a profit (S3-16)
 * @param trimPctMax everything held, in percent of equity, above which positions are trimmed (S2-AT1)
 * @param sessionEndMs how long before the end of its session a position is closed
 * @param breakEvenAtRE8 at how many times the first risk its stop goes to break-even, in 10<sup>-8</sup>; zero when it
 *         waits for the part
 */
public record ExitLimits(Percent lossPctMax, long partAtRE8, Percent partShare, long holdMsMax, long stagnationMsMax,
        Percent trimPctMax, long sessionEndMs, long breakEvenAtRE8) {

    /** Whether a part is closed at all. */
    public boolean takesPart() {
        return partShare.e8() > 0;
    }

    /** Whether the stop goes to break-even before a part was taken. */
    public boolean breaksEvenAlone() {
        return breakEvenAtRE8 > 0;
    }
}
