package org.portcullis.portfolio.domain;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One long position with what was paid for it (S2-PNL1). The entry price is the weighted average {@code cost /
 * quantity};
 * it is never stored, because cost and quantity carry it without rounding.
 *
 * @param quantity what is held
 * @param cost what was paid for it, fees not included
 * @param entryFees the entry fees that belong to it
 */
public record Position(Quantity quantity, Money cost, Money entryFees) {

    /** Nothing held. */
    public static final Position FLAT = new Position(Quantity.ZERO, Money.ZERO, Money.ZERO);

    public Position {
        Invariant.hold(!quantity.isZero() || cost.e8() == 0 && entryFees.e8() == 0,
                () -> "a flat position has a cost of " + cost + " and fees of " + entryFees);
        Invariant.hold(!cost.isNegative(), () -> "a position has a negative cost of " + cost);
    }

    /**
     * Buys more.
     *
     * @param worth price times quantity times multiplier
     * @param fee paid when positive
     */
    public Change bought(Quantity bought, Money worth, Money fee) {
        Position after = new Position(quantity.plus(bought), cost.plus(worth), entryFees.plus(fee));
        return new Change(after, worth.plus(fee).negated(), Money.ZERO);
    }

    /**
     * Sells some or all. The part sold takes its share of cost and entry fees, rounded half even; the last sale takes
     * all that is left, so nothing remains of a closed position. Realised profit is the proceeds less that cost, the
     * exit fee and those entry fees.
     *
     * @throws IllegalStateException when more is sold than is held: no short position comes into being by accident
     */
    public Change sold(Quantity sold, Money proceeds, Money fee) {
        Invariant.hold(sold.compareTo(quantity) <= 0,
                () -> "over-sell: " + sold + " sold of a position of " + quantity + "; reconcile with the venue");
        boolean all = sold.equals(quantity);
        Money costSold = all ? cost : share(cost, sold);
        Money feesSold = all ? entryFees : share(entryFees, sold);
        Position after = new Position(quantity.minus(sold), cost.minus(costSold), entryFees.minus(feesSold));
        Money received = proceeds.minus(fee);
        return new Change(after, received, received.minus(costSold).minus(feesSold));
    }

    /** The weighted average entry price, rounded half even; zero when flat. */
    public Price averageEntry(long multiplierE8) {
        if (quantity.isZero()) {
            return new Price(0);
        }
        long perUnit = FixedPoint.divide(cost.e8(), quantity.e8(), RoundingMode.HALF_EVEN);
        return new Price(FixedPoint.divide(perUnit, multiplierE8, RoundingMode.HALF_EVEN));
    }

    /** What would be gained by selling all at that price, entry fees deducted, the exit fee not yet. */
    public Money unrealised(Price price, long multiplierE8) {
        return price.times(quantity, multiplierE8).minus(cost).minus(entryFees);
    }

    private Money share(Money whole, Quantity part) {
        return new Money(FixedPoint.multiplyDivide(whole.e8(), part.e8(), quantity.e8(), RoundingMode.HALF_EVEN));
    }

    /**
     * What a fill does.
     *
     * @param after the position afterwards
     * @param cash change of cash
     * @param realised profit realised
     */
    public record Change(Position after, Money cash, Money realised) {
    }
}
