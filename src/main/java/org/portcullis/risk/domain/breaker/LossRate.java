package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * How fast an account loses: what its equity, open positions included, fell within a window (B-R8).
 *
 * @param highest highest equity of the window
 * @param equity equity now
 * @param pctMax a fall that trips, in percent of the highest
 */
public record LossRate(Money highest, Money equity, Percent pctMax) {

    /** The fall as a share of the highest. */
    public Percent pct() {
        return PeriodLoss.share(PeriodLoss.of(equity.minus(highest)), highest);
    }
}
