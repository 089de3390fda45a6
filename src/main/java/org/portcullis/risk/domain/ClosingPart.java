package org.portcullis.risk.domain;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.Proposal;

/**
 * How much a partial exit closes. It is rounded so that it closes rather more than less: up to a whole lot, up to what
 * the venue takes, and to everything when the rest could not be closed by an order of its own.
 */
public final class ClosingPart {

    private ClosingPart() {
    }

    /**
     * The part of {@code closable} that the share stands for.
     *
     * @param closable what is held and not yet being closed, in whole lots
     * @param share percent, above 0 to 100
     * @return never more than {@code closable}
     */
    public static Quantity of(Quantity closable, Percent share, TradingTerms terms) {
        if (share.compareTo(Proposal.ALL) >= 0 || closable.isZero()) {
            return closable;
        }
        long lotE8 = terms.lotE8();
        long partE8 = up(FixedPoint.multiplyDivide(closable.e8(), share.e8(), Proposal.ALL.e8(), RoundingMode.CEILING),
                lotE8);
        long smallestE8 = up(terms.minimumQuantity().e8(), lotE8);
        long closedE8 = Math.max(partE8, smallestE8);
        return closable.e8() - closedE8 < smallestE8 ? closable : new Quantity(closedE8);
    }

    /** Whether that share can be closed and leaves something: both are orders that the venue takes. */
    public static boolean leavesSome(Quantity closable, Percent share, TradingTerms terms) {
        return of(closable, share, terms).compareTo(closable) < 0;
    }

    private static long up(long valueE8, long lotE8) {
        long floorE8 = FixedPoint.floorToStep(valueE8, lotE8);
        return floorE8 == valueE8 ? valueE8 : Math.addExact(floorE8, lotE8);
    }
}
