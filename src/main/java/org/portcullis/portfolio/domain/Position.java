package org.portcullis.portfolio.domain;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * One position, long or short, with what it was opened for (S2-PNL1). The entry price is the weighted average
 * {@code cost / quantity}; it is never stored, because cost and quantity carry it without rounding.
 *
 * <p>What is paid in full moves its worth between cash and cost. What trades on margin (perpetuals and futures) leaves
 * cash alone but for fees and what is realised.
 *
 * @param side {@code BUY} for a long position and for none, {@code SELL} for a short one
 * @param quantity how much is held or owed
 * @param cost what was paid for it, or received when it is short; fees not included
 * @param entryFees the entry fees that belong to it
 * @param margin whether it trades on margin
 */
public record Position(Side side, Quantity quantity, Money cost, Money entryFees, boolean margin) {

    /** Nothing held of what is paid in full. */
    public static final Position FLAT = flat(false);

    public Position {
        Invariant.hold(!quantity.isZero() || cost.e8() == 0 && entryFees.e8() == 0 && side == Side.BUY,
                () -> "a flat position has a side of " + side + ", a cost of " + cost + " and fees of " + entryFees);
        Invariant.hold(!cost.isNegative(), () -> "a position has a negative cost of " + cost);
    }

    /** A long position that is paid in full. */
    public Position(Quantity quantity, Money cost, Money entryFees) {
        this(Side.BUY, quantity, cost, entryFees, false);
    }

    /** Nothing held. */
    public static Position flat(boolean margin) {
        return new Position(Side.BUY, Quantity.ZERO, Money.ZERO, Money.ZERO, margin);
    }

    /** A position as it is stored: the sign of the quantity is its side. */
    public static Position signed(long quantityE8, Money cost, Money entryFees, boolean margin) {
        return new Position(quantityE8 < 0 ? Side.SELL : Side.BUY, new Quantity(Math.absExact(quantityE8)), cost,
                entryFees, margin);
    }

    /** The quantity in 10<sup>-8</sup>, negative when short. */
    public long signedE8() {
        return side.sign() * quantity.e8();
    }

    /** {@link #filled} for a purchase. */
    public Change bought(Quantity bought, Money worth, Money fee) {
        return filled(Side.BUY, bought, worth, fee);
    }

    /** {@link #filled} for a sale. */
    public Change sold(Quantity sold, Money worth, Money fee) {
        return filled(Side.SELL, sold, worth, fee);
    }

    /**
     * A fill. On the side of the position it enlarges it; on the other side it closes some or all; what goes through
     * zero closes the old side and opens the rest on the other, by the shares of its quantity. The part closed takes
     * its share of cost and entry fees, rounded half even; what closes all takes all that is left, so nothing remains.
     * Realised profit is what the part closed gained over its cost, less its exit fee and those entry fees.
     *
     * @param worth price times quantity times multiplier
     * @param fee paid when positive
     */
    public Change filled(Side fill, Quantity filled, Money worth, Money fee) {
        if (quantity.isZero() || fill == side) {
            return opened(fill, filled, worth, fee);
        }
        if (filled.compareTo(quantity) <= 0) {
            return closed(fill, filled, worth, fee);
        }
        Money worthClosing = share(worth, quantity, filled);
        Money feeClosing = share(fee, quantity, filled);
        Change closing = closed(fill, quantity, worthClosing, feeClosing);
        Change opening = closing.after().opened(fill, filled.minus(quantity), worth.minus(worthClosing),
                fee.minus(feeClosing));
        return new Change(opening.after(), closing.cash().plus(opening.cash()), closing.realised(), quantity);
    }

    private Change opened(Side fill, Quantity opened, Money worth, Money fee) {
        Position after = new Position(fill, quantity.plus(opened), cost.plus(worth), entryFees.plus(fee), margin);
        Money paid = margin ? Money.ZERO : fill == Side.BUY ? worth.negated() : worth;
        return new Change(after, paid.minus(fee), Money.ZERO, Quantity.ZERO);
    }

    private Change closed(Side fill, Quantity closed, Money worth, Money fee) {
        boolean all = closed.equals(quantity);
        Money costClosed = all ? cost : share(cost, closed, quantity);
        Money feesClosed = all ? entryFees : share(entryFees, closed, quantity);
        Money gain = fill == Side.SELL ? worth.minus(costClosed) : costClosed.minus(worth);
        Money received = margin ? gain : fill == Side.SELL ? worth : worth.negated();
        Position after = all ? flat(margin) : new Position(side, quantity.minus(closed), cost.minus(costClosed),
                entryFees.minus(feesClosed), margin);
        return new Change(after, received.minus(fee), gain.minus(fee).minus(feesClosed), closed);
    }

    /** The weighted average entry price, rounded half even; zero when flat. */
    public Price averageEntry(long multiplierE8) {
        if (quantity.isZero()) {
            return new Price(0);
        }
        long perUnit = FixedPoint.divide(cost.e8(), quantity.e8(), RoundingMode.HALF_EVEN);
        return new Price(FixedPoint.divide(perUnit, multiplierE8, RoundingMode.HALF_EVEN));
    }

    /** What would be gained by closing all at that price, entry fees deducted, the exit fee not yet. */
    public Money unrealised(Price price, long multiplierE8) {
        Money worth = price.times(quantity, multiplierE8);
        return (side == Side.BUY ? worth.minus(cost) : cost.minus(worth)).minus(entryFees);
    }

    /** What of its cost cash has already paid, negative when it received it; nothing on margin. */
    public Money costInCash() {
        return margin ? Money.ZERO : side == Side.BUY ? cost : cost.negated();
    }

    private static Money share(Money whole, Quantity part, Quantity of) {
        return new Money(FixedPoint.multiplyDivide(whole.e8(), part.e8(), of.e8(), RoundingMode.HALF_EVEN));
    }

    /**
     * What a fill does.
     *
     * @param after the position afterwards
     * @param cash change of cash
     * @param realised profit realised
     * @param closed how much of the position before was closed
     */
    public record Change(Position after, Money cash, Money realised, Quantity closed) {

        /** Whether the position before is gone: nothing is held now, or the other side. */
        public boolean ends(Position before) {
            return !closed.isZero() && closed.equals(before.quantity());
        }
    }
}
