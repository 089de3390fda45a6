package org.portcullis.risk.domain.sizing;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What an instrument on margin asks for, and how much may be given.
 *
 * @param initialPct initial margin in percent of an order's worth; zero for what is paid in full, such as spot
 * @param sharePctMax how much of the free money one order's margin may take
 */
public record MarginTerms(Percent initialPct, Percent sharePctMax) implements BoundsSize {

    @Override
    public String sizeCode() {
        return "size.margin";
    }

    /** Whether the instrument is traded on margin at all. */
    public boolean onMargin() {
        return initialPct.e8() > 0;
    }

    /** Initial margin of an order of that worth, rounded up; zero when it is paid in full. */
    public Money initial(Money notional) {
        return notional.share(initialPct, RoundingMode.CEILING);
    }

    /** The largest margin that this free money permits, rounded down; never negative. */
    public Money permitted(Money free) {
        return free.isNegative() ? Money.ZERO : free.share(sharePctMax, RoundingMode.FLOOR);
    }

    /** The largest worth whose initial margin this free money permits, rounded down. */
    public Money notionalWithin(Money free) {
        return new Money(FixedPoint.multiplyDivide(permitted(free).e8(), 100 * FixedPoint.ONE, initialPct.e8(),
                RoundingMode.DOWN));
    }
}
