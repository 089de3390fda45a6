package org.portcullis.risk;

import java.util.function.Supplier;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/** Keeps with each position what it was entered with, fill by fill (S1-17); in the fill's own transaction. */
public interface PositionEntries {

    /**
     * Takes a fill of one of our orders, each told once.
     *
     * @param confidence of the proposal behind the order; asked for when the fill opens a position
     */
    void filled(Filled fill, Supplier<Confidence> confidence);

    /**
     * One fill.
     *
     * @param worth what it was worth, fees not included
     * @param closed whether nothing of the position is left
     * @param atMs event time at the venue, UTC milliseconds
     */
    record Filled(AccountId account, InstrumentId instrument, String strategy, Side side, Quantity quantity,
            Money worth, Money fee, boolean closed, long atMs) {
    }
}
