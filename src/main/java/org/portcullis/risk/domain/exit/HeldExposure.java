package org.portcullis.risk.domain.exit;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * Everything that is held, beside the equity (S2-AT1).
 *
 * @param equity cash and everything held, at the last believed prices
 * @param held worth of everything held, of both sides together
 */
public record HeldExposure(Money equity, Money held) {

    private static final long ALL_E8 = 100 * FixedPoint.ONE;
    /** What is held by an account without equity: more than any limit. */
    private static final Percent BEYOND = new Percent(1_000_000 * FixedPoint.ONE);

    /** Held in percent of equity, rounded up. */
    public Percent totalPct() {
        if (held.e8() == 0) {
            return new Percent(0);
        }
        return equity.e8() <= 0 ? BEYOND
                : new Percent(FixedPoint.multiplyDivide(held.e8(), ALL_E8, equity.e8(), RoundingMode.CEILING));
    }

    /** How much of every position must be closed so that the limit is met, rounded up; at least a trace. */
    public Percent trimShare(Percent limit) {
        long totalE8 = totalPct().e8();
        long overE8 = Math.max(1, totalE8 - limit.e8());
        return new Percent(Math.min(ALL_E8, totalE8 == 0 ? 1
                : FixedPoint.multiplyDivide(overE8, ALL_E8, totalE8, RoundingMode.CEILING)));
    }
}
