package org.portcullis.market.domain.bars;

import org.portcullis.market.TickCheck;
import org.portcullis.market.TickLimits;

/**
 * Proves a tick clean without asking the rules: most ticks of a busy market are. It says so only when no rule of {@code
 * rules/market/tick-guard.drl} can raise a flag; where it does not, the rules decide. Every comparison is written so
 * that a value that is no number is not clean.
 */
public final class TickGate {

    private TickGate() {
    }

    /** True only when the shipped rules raise no flag. */
    public static boolean clean(TickCheck check, TickLimits limits) {
        return check.lowestPrice() >= limits.priceMin()
                && check.lowestQuantity() >= limits.quantityMin()
                && check.sides() >= limits.sidesMin()
                && check.crossedBy() < limits.crossedByMin()
                && check.spreadPct() <= limits.spreadPctMax()
                && check.quoteAgeMs() <= limits.quoteAgeMsMax()
                && check.ageMs() <= limits.ageMsMax()
                && check.aheadMs() <= limits.aheadMsMax()
                && check.deviationPct() <= limits.deviationPctMax();
    }
}
