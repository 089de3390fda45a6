package org.portcullis.venue.paper;

import java.math.RoundingMode;
import java.util.Optional;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.venue.Contract;

/**
 * When and at what price a bar fills an order. A market order, and a limit order whose limit the open meets, takes at
 * the open plus slippage, never beyond its limit. A limit order that waits is filled exactly at its limit, and only
 * when the price went through it: a touch alone does not fill, because others stood before us in the queue.
 */
final class FillRule {

    private FillRule() {
    }

    /** A price and on which side of the book the order was filled. */
    record Terms(long priceE8, boolean maker) {
    }

    /** The terms of a fill in this bar, or nothing when the bar does not fill the order. */
    static Optional<Terms> terms(PaperOrder order, Bar bar, Contract contract, long slippageE8) {
        boolean buy = order.side() == Side.BUY;
        boolean opensWithinLimit = buy ? bar.openE8() <= order.limitE8() : bar.openE8() >= order.limitE8();
        if (order.type() == Type.MARKET || order.type() == Type.LIMIT && opensWithinLimit) {
            return Optional.of(new Terms(taken(order, bar.openE8(), contract.tickE8(), slippageE8), false));
        }
        boolean wentThrough = buy ? bar.lowE8() < order.limitE8() : bar.highE8() > order.limitE8();
        return wentThrough ? Optional.of(new Terms(order.limitE8(), true)) : Optional.empty();
    }

    /** Rounded to the tick against the order; a limit caps it, and no price is below one tick. */
    private static long taken(PaperOrder order, long openE8, long tickE8, long slippageE8) {
        if (order.side() == Side.BUY) {
            long up = FixedPoint.floorToStep(Math.addExact(openE8, slippageE8) + tickE8 - 1, tickE8);
            return order.type() == Type.MARKET ? up : Math.min(up, order.limitE8());
        }
        long down = Math.max(FixedPoint.floorToStep(Math.max(openE8 - slippageE8, 0), tickE8), tickE8);
        return order.type() == Type.MARKET ? down : Math.max(down, order.limitE8());
    }

    /** How much of a bar's volume our orders may share, in 10<sup>-8</sup> (S2-BT6). */
    static long availableE8(Bar bar, PaperTerms terms) {
        return FixedPoint.multiplyDivide(bar.volumeE8(), terms.participationPctE8(), 100 * FixedPoint.ONE,
                RoundingMode.DOWN);
    }
}
