package org.portcullis.market;

import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Side;

/**
 * An order book at a moment: what buyers pay and what sellers ask, level by level (B-D3).
 *
 * @param instrument whose book
 * @param timeMs when it was last told a change of its own, by the venue's clock, UTC milliseconds: what others of its
 *               connection are told says nothing of it
 * @param bids what buyers pay, the highest price first
 * @param asks what sellers ask, the lowest price first
 */
public record BookDepth(InstrumentId instrument, long timeMs, List<Level> bids, List<Level> asks) {

    /**
     * One price of a book.
     *
     * @param priceE8    the price, in 10<sup>-8</sup> of the quote currency; positive
     * @param quantityE8 how much waits there, in 10<sup>-8</sup> of the base unit; positive
     */
    public record Level(long priceE8, long quantityE8) {

        /** What waits there is worth, rounded down. */
        public Money worth() {
            return new Money(FixedPoint.multiply(priceE8, quantityE8, RoundingMode.DOWN));
        }
    }

    public BookDepth {
        Objects.requireNonNull(instrument, "instrument");
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** Whether both sides have a price and the best ask lies above the best bid. */
    public boolean believable() {
        return !bids.isEmpty() && !asks.isEmpty() && asks.get(0).priceE8() > bids.get(0).priceE8();
    }

    /** What an order on that side takes: a purchase the asks, a sale the bids. */
    public List<Level> facing(Side order) {
        return order == Side.BUY ? asks : bids;
    }

    /** Best ask less best bid, in 10<sup>-8</sup> of the quote currency. */
    public long spreadE8() {
        return asks.get(0).priceE8() - bids.get(0).priceE8();
    }

    /** The same in percent of the middle of both, rounded up in its eighth decimal. */
    public Percent spread() {
        return spread(bids.get(0).priceE8(), asks.get(0).priceE8());
    }

    /**
     * How far apart two prices lie, in percent of their middle, rounded up in its eighth decimal.
     *
     * @param bidE8 the lower one, in 10<sup>-8</sup>; positive
     * @param askE8 the higher one, in 10<sup>-8</sup>
     */
    public static Percent spread(long bidE8, long askE8) {
        return new Percent(FixedPoint.multiplyDivide(askE8 - bidE8, 200 * FixedPoint.ONE, Math.addExact(bidE8, askE8),
                RoundingMode.CEILING));
    }

    /**
     * What waits for an order on that side no further than {@code band} from the middle, each level at its own price;
     * the edge belongs to it. No more than the levels that are held.
     *
     * @param band in percent of the middle of the best prices
     */
    public Money worthWithin(Side order, Percent band) {
        long twiceMiddle = Math.addExact(bids.get(0).priceE8(), asks.get(0).priceE8());
        long all = 100 * FixedPoint.ONE;
        long edge = order == Side.BUY
                ? FixedPoint.multiplyDivide(twiceMiddle, all + band.e8(), 2 * all, RoundingMode.FLOOR)
                : FixedPoint.multiplyDivide(twiceMiddle, Math.max(0, all - band.e8()), 2 * all, RoundingMode.CEILING);
        Money worth = Money.ZERO;
        for (Level level : facing(order)) {
            boolean beyond = order == Side.BUY ? level.priceE8() > edge : level.priceE8() < edge;
            if (beyond) {
                break;
            }
            worth = worth.plus(level.worth());
        }
        return worth;
    }
}
