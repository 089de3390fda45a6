package org.portcullis.portfolio.domain;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * The highest equity of an account (S2-REQ-DD1).
 *
 * @param peak the amount; what the account began with, at least
 */
public record PeakEquity(Money peak) {

    /** The peak once that equity was reached too. */
    public PeakEquity with(Money equity) {
        return equity.compareTo(peak) > 0 ? new PeakEquity(equity) : this;
    }

    /** How far that equity lies below the peak, in percent of it, rounded up; zero at the peak or without one. */
    public Percent drawdown(Money equity) {
        long fallE8 = Math.max(0, peak.minus(equity).e8());
        return peak.e8() <= 0 ? new Percent(0)
                : new Percent(FixedPoint.multiplyDivide(fallE8, 100 * FixedPoint.ONE, peak.e8(), RoundingMode.CEILING));
    }
}
