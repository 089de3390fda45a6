package org.portcullis.risk;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;

/**
 * What an account holds.
 *
 * @param account whose state this is
 * @param cash free money after everything booked; negative never on a cash account
 * @param realised profit realised so far, fees deducted
 * @param held open positions, at most one per instrument and strategy
 */
public record AccountState(AccountId account, Money cash, Money realised, List<Held> held) {

    public AccountState {
        held = List.copyOf(held);
    }

    /**
     * One open position, long.
     *
     * @param quantity how much is held; positive
     * @param cost what was paid for it, fees not included
     */
    public record Held(InstrumentId instrument, String strategy, Quantity quantity, Money cost) {
    }
}
