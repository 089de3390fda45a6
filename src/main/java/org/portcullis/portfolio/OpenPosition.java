package org.portcullis.portfolio;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;

/**
 * One open position as a page shows it.
 *
 * @param side {@code BUY} when long, {@code SELL} when short
 * @param cost what was paid, or received when it is short; fees not included
 * @param entryFees entry fees that belong to it
 * @param margin whether it trades on margin
 * @param averageEntry weighted average entry price
 * @param mark last believed price, if any
 * @param unrealised profit at that price, entry fees deducted, exit fee not; nothing without a price
 * @param openedAt event time of the first fill
 * @param dust whether it is less than the venue takes an order for, so that it counts as no position
 */
public record OpenPosition(InstrumentId instrument, String strategy, Side side, Quantity quantity, Money cost,
        Money entryFees, boolean margin, Price averageEntry, Optional<Price> mark, Optional<Money> unrealised,
        Instant openedAt,
        boolean dust) {

    /** Worth at the last price, at cost while there is none; never negative. */
    public Money worth() {
        return unrealised.map(profit -> entryFees.plus(profit)).map(gain -> side == Side.BUY ? cost.plus(gain)
                : cost.minus(gain)).orElse(cost);
    }

    /** What it adds to equity beside cash. */
    public Money value() {
        return new Held(instrument, strategy, side, quantity, cost, margin).value(worth());
    }
}
