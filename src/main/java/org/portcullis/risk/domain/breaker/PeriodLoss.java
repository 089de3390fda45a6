package org.portcullis.risk.domain.breaker;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/** What fills realised in one period, seen as a loss. */
final class PeriodLoss {

    private static final Percent NOTHING = new Percent(0);
    private static final Percent ALL = new Percent(100 * FixedPoint.ONE);

    private PeriodLoss() {
    }

    /** What was lost; zero for a profit. */
    static Money of(Money realised) {
        return realised.isNegative() ? realised.negated() : Money.ZERO;
    }

    /** The loss as a share of what there was; all of it when there was nothing. */
    static Percent share(Money loss, Money of) {
        if (loss.e8() == 0) {
            return NOTHING;
        }
        return of.e8() > 0 ? loss.of(of) : ALL;
    }
}
