package org.portcullis.risk.domain.exposure;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.domain.Commitments;

/**
 * What an account has committed, position by position: held, at the last believed price, and every pending order at its
 * own price, the earlier orders of the same batch included (S2-REQ-E2, B-R9). What would close a position frees nothing
 * before it is filled; what it trades beyond the position counts on the other side.
 *
 * @param equity of the account, as {@link org.portcullis.risk.domain.Exposure} defines it
 * @param lines one for each instrument of a strategy
 */
public record CommittedBook(Money equity, List<Line> lines) {

    public CommittedBook {
        lines = List.copyOf(lines);
    }

    /**
     * One position as it will be when everything pending is filled.
     *
     * @param longs held long, and pending purchases beyond what is held short
     * @param shorts held short, and pending sales beyond what is held long
     */
    public record Line(InstrumentId instrument, String strategy, Money longs, Money shorts) {

        /** Both sides together. */
        public Money gross() {
            return longs.plus(shorts);
        }
    }

    /** Adds up those commitments. */
    public static CommittedBook of(Commitments commitments) {
        Map<Position, Tally> tallies = new LinkedHashMap<>();
        Money equity = commitments.state().cash();
        for (Held held : commitments.state().held()) {
            Money worth = commitments.worth(held);
            equity = equity.plus(held.value(worth));
            Tally tally = tally(tallies, held.instrument(), held.strategy());
            tally.worth = tally.worth.plus(worth);
            tally.heldE8 = Math.addExact(tally.heldE8, held.signedE8());
        }
        for (Pending order : commitments.pending()) {
            Tally tally = tally(tallies, order.instrument(), order.strategy());
            if (order.side() == Side.BUY) {
                tally.purchases = tally.purchases.plus(order.remainingNotional());
                tally.boughtE8 = Math.addExact(tally.boughtE8, order.remaining().e8());
            } else {
                tally.sales = tally.sales.plus(order.remainingNotional());
                tally.soldE8 = Math.addExact(tally.soldE8, order.remaining().e8());
            }
        }
        return new CommittedBook(equity, tallies.values().stream().map(Tally::line).toList());
    }

    /** What is committed in the positions that fit, both sides together. */
    public Money committed(Predicate<Line> fits) {
        Money sum = Money.ZERO;
        for (Line line : lines) {
            sum = fits.test(line) ? sum.plus(line.gross()) : sum;
        }
        return sum;
    }

    /** How far the account leans to that side; negative when it leans to the other one. */
    public Money leaning(Side side) {
        Money bought = Money.ZERO;
        for (Line line : lines) {
            bought = bought.plus(line.longs().minus(line.shorts()));
        }
        return side == Side.BUY ? bought : bought.negated();
    }

    private static Tally tally(Map<Position, Tally> tallies, InstrumentId instrument, String strategy) {
        return tallies.computeIfAbsent(new Position(instrument, strategy), key -> new Tally(instrument, strategy));
    }

    /** An instrument of a strategy. */
    private record Position(InstrumentId instrument, String strategy) {
    }

    /** Sums of one position. */
    private static final class Tally {
        private final InstrumentId instrument;
        private final String strategy;
        private Money worth = Money.ZERO;
        private Money purchases = Money.ZERO;
        private Money sales = Money.ZERO;
        private long heldE8;
        private long boughtE8;
        private long soldE8;

        Tally(InstrumentId instrument, String strategy) {
            this.instrument = instrument;
            this.strategy = strategy;
        }

        Line line() {
            Money bought = uncovered(purchases, boughtE8, Math.max(0, -heldE8));
            Money sold = uncovered(sales, soldE8, Math.max(0, heldE8));
            return new Line(instrument, strategy, heldE8 > 0 ? worth.plus(bought) : bought,
                    heldE8 < 0 ? worth.plus(sold) : sold);
        }

        /** The worth of orders, by the share of their quantity that the position does not cover, rounded up. */
        private static Money uncovered(Money worth, long orderedE8, long coveredE8) {
            long uncoveredE8 = Math.max(0, orderedE8 - coveredE8);
            return uncoveredE8 == orderedE8 ? worth : new Money(FixedPoint.multiplyDivide(worth.e8(), uncoveredE8,
                    orderedE8, RoundingMode.CEILING));
        }
    }
}
