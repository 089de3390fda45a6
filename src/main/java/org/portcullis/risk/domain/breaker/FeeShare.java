package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What an account paid in fees within a day, beside what it is worth (B-R3).
 *
 * @param paid fees less rebates
 * @param equity equity now
 * @param pctMax fees that trip, in percent of equity
 */
public record FeeShare(Money paid, Money equity, Percent pctMax) {

    /** The fees as a share of equity; none when rebates outweigh them. */
    public Percent pct() {
        return PeriodLoss.share(PeriodLoss.of(Money.ZERO.minus(paid)), equity);
    }
}
