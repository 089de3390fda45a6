package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * How far equity, open profit included, lies below its peak (S2-REQ-DD1).
 *
 * @param peak the highest equity since a person last let the breaker go
 * @param equity equity now
 */
public record Drawdown(Money peak, Money equity) {

    /** The fall as a share of the peak. */
    public Percent pct() {
        return PeriodLoss.share(PeriodLoss.of(equity.minus(peak)), peak);
    }
}
