package org.portcullis.risk.rotation;

import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.WeakestPosition;

/**
 * What an open position was entered with (S1-17).
 *
 * @param side on which it was entered
 * @param quantity what is left of it
 * @param cost what that part was worth when it was entered, fees not included
 * @param fees the entry fees that belong to that part
 * @param confidence of the proposal that opened it; one that enlarges it leaves it as it is
 * @param enteredAtMs event time of the first fill, UTC milliseconds
 */
public record PositionEntry(AccountId account, InstrumentId instrument, String strategy, Side side, Quantity quantity,
        Money cost, Money fees, Confidence confidence, long enteredAtMs) {

    private static final Comparator<PositionEntry> WEAKEST_FIRST = Comparator.comparing(PositionEntry::confidence)
            .thenComparingLong(PositionEntry::enteredAtMs)
            .thenComparing(entry -> entry.instrument().value()).thenComparing(PositionEntry::strategy);

    /** The one with the lowest confidence; of equal ones the one entered first (S1-21). */
    public static Optional<PositionEntry> weakest(List<PositionEntry> entries) {
        return entries.stream().min(WEAKEST_FIRST);
    }

    /** With another fill on its side. */
    public PositionEntry enlarged(Quantity more, Money worth, Money fee) {
        return new PositionEntry(account, instrument, strategy, side, quantity.plus(more), cost.plus(worth),
                fees.plus(fee), confidence, enteredAtMs);
    }

    /** With a part gone, which takes its share of cost and fees; nothing when no more is left. */
    public Optional<PositionEntry> reduced(Quantity part) {
        if (part.compareTo(quantity) >= 0) {
            return Optional.empty();
        }
        Quantity left = quantity.minus(part);
        return Optional.of(new PositionEntry(account, instrument, strategy, side, left, share(cost, left),
                share(fees, left), confidence, enteredAtMs));
    }

    /** The weighted average entry price, rounded half even. */
    public Price entryPrice(long multiplierE8) {
        long perUnitE8 = FixedPoint.divide(cost.e8(), quantity.e8(), RoundingMode.HALF_EVEN);
        return new Price(FixedPoint.divide(perUnitE8, multiplierE8, RoundingMode.HALF_EVEN));
    }

    /** What closing it at that price would leave, entry fees and the worst exit fee deducted (S1-23). */
    public Money profitAt(Optional<Price> price, TradingTerms terms) {
        Money worth = price.map(last -> last.times(quantity, terms.multiplierE8())).orElse(cost);
        Money gained = side == Side.BUY ? worth.minus(cost) : cost.minus(worth);
        return gained.minus(fees).minus(worth.share(terms.worstFee(), RoundingMode.CEILING));
    }

    /** As a candidate for being closed, with that profit. */
    public WeakestPosition asWeakest(Money profit) {
        return new WeakestPosition(instrument, strategy, side, confidence, profit);
    }

    private Money share(Money whole, Quantity part) {
        return new Money(FixedPoint.multiplyDivide(whole.e8(), part.e8(), quantity.e8(), RoundingMode.HALF_EVEN));
    }
}
