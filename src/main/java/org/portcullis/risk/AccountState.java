package org.portcullis.risk;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * What an account holds.
 *
 * @param account whose state this is
 * @param cash free money after everything booked, the proceeds of short sales included
 * @param realised profit realised so far, fees deducted
 * @param held open positions, at most one per instrument and strategy
 */
public record AccountState(AccountId account, Money cash, Money realised, List<Held> held) {

    public AccountState {
        held = List.copyOf(held);
    }

    /**
     * One open position.
     *
     * @param side {@code BUY} when long, {@code SELL} when short; an order on the other side closes it
     * @param quantity how much is held, or owed when short; positive
     * @param cost what was paid for it, or received when it is short; fees not included
     * @param margin whether it trades on margin, so that cash did not pay its cost
     */
    public record Held(InstrumentId instrument, String strategy, Side side, Quantity quantity, Money cost,
            boolean margin) {

        /** A long position that was paid in full. */
        public Held(InstrumentId instrument, String strategy, Quantity quantity, Money cost) {
            this(instrument, strategy, Side.BUY, quantity, cost, false);
        }

        /** The quantity in 10<sup>-8</sup>, negative when short. */
        public long signedE8() {
            return side.sign() * quantity.e8();
        }

        /**
         * What it adds to the account's equity beside cash: what it is worth, below zero when that is owed; on margin
         * only what it has gained.
         *
         * @param worth what the quantity is worth now; never negative
         */
        public Money value(Money worth) {
            Money gross = margin ? worth.minus(cost) : worth;
            return side == Side.BUY ? gross : gross.negated();
        }
    }
}
