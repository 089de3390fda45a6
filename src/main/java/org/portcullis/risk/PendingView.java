package org.portcullis.risk;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/** The question of the desk to the orders: what is approved or working, and not yet ended? (S2-REQ-E2) */
public interface PendingView {

    /** Orders of the account that have not ended, those that wait for a person included. */
    List<Pending> pending(AccountId account);

    /**
     * When cancellations of the account's orders were sent, at or after a moment of event time, UTC milliseconds: they
     * are messages to the venue like orders, and count against what it bears; none is ever held back.
     */
    default List<Long> cancelsSince(AccountId account, long fromMs) {
        return List.of();
    }

    /**
     * One order that has not ended.
     *
     * @param proposalId what it came from; an order is never counted beside itself when its proposal is judged again
     * @param remaining what may still be filled
     * @param remainingNotional the remaining quantity at the order's limit price
     * @param opens whether it is an entry: it opens or enlarges a position; otherwise it closes one
     */
    record Pending(String proposalId, InstrumentId instrument, String strategy, Side side, Quantity remaining,
            Money remainingNotional, boolean opens) {

        /** An order where only purchases open and only sales close. */
        public Pending(String proposalId, InstrumentId instrument, String strategy, Side side, Quantity remaining,
                Money remainingNotional) {
            this(proposalId, instrument, strategy, side, remaining, remainingNotional, side == Side.BUY);
        }
    }
}
