package org.portcullis.order.shadow;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.Order;
import org.portcullis.order.SubmitOrder;

/**
 * The twin of one order. Times are event times in UTC milliseconds.
 *
 * @param limit the worst price accepted; zero for a market order
 * @param fromMs bars that open before it fill nothing: the order's time, later that of the last fill, so that a bar
 *               that is shown again after a restart fills nothing a second time
 * @param untilMs when what is left of it is given up, as the order itself would be
 * @param notional what its fills were worth
 * @param firstFillMs when it was first filled; nothing before
 * @param endedAtMs when it was filled or given up; nothing while it works
 */
public record TwinTrade(ClientOrderId order, InstrumentId instrument, Side side, SubmitOrder.Type type,
        Quantity quantity, Price limit, long fromMs, long untilMs, Quantity filled, Money notional, Money fees,
        @Nullable Long firstFillMs, @Nullable Long endedAtMs) {

    /** The twin of a new order. */
    public static TwinTrade of(Order order, long validMs) {
        return new TwinTrade(order.clientOrderId(), order.instrument(), order.side(), order.type(), order.quantity(),
                order.limitPrice(), order.createdAtMs(), order.createdAtMs() + validMs, Quantity.ZERO, Money.ZERO,
                Money.ZERO, null, null);
    }

    /** What may still be filled. */
    public Quantity remaining() {
        return quantity.minus(filled);
    }

    public boolean working() {
        return endedAtMs == null;
    }

    /** The trade after a fill; it ends with the last one. */
    TwinTrade after(TwinFill fill) {
        Quantity now = filled.plus(fill.quantity());
        return new TwinTrade(order, instrument, side, type, quantity, limit, Math.max(fromMs, fill.atMs()), untilMs,
                now,
                notional.plus(fill.price().times(fill.quantity(), FixedPoint.ONE)), fees.plus(fill.fee()),
                firstFillMs == null ? Long.valueOf(fill.atMs()) : firstFillMs,
                now.equals(quantity) ? Long.valueOf(fill.atMs()) : null);
    }

    /** The trade given up at a moment. */
    TwinTrade givenUp(long atMs) {
        return new TwinTrade(order, instrument, side, type, quantity, limit, fromMs, untilMs, filled, notional, fees,
                firstFillMs, atMs);
    }
}
