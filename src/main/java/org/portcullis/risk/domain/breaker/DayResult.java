package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What the fills of a day realised (S0-06, S2-CB3).
 *
 * @param realised profit of the day, fees deducted
 * @param startEquity realised equity before its first fill
 */
public record DayResult(Money realised, Money startEquity) {

    /** What was lost; zero for a profit. */
    public Money loss() {
        return PeriodLoss.of(realised);
    }

    /** The loss as a share of the equity that the day began with. */
    public Percent lossPct() {
        return PeriodLoss.share(loss(), startEquity);
    }
}
