package org.portcullis.portfolio.memory;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger.Fill;

/**
 * A fill closed all or part of a position; published when it is booked.
 *
 * @param fill the closing fill
 * @param side side of the position
 * @param openedAtMs event time of the fill that opened it, UTC milliseconds
 * @param quantity how much was closed
 * @param entry weighted average entry price
 * @param entryFees what entering it had cost
 * @param exitFee what closing it cost
 * @param realised profit, both fees deducted
 */
public record ClosedPart(Fill fill, Side side, long openedAtMs, Quantity quantity, Price entry, Money entryFees,
        Money exitFee, Money realised) {
}
