package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;

/**
 * A fill was booked for the first time, with what it realised; published inside the transaction that booked it.
 *
 * @param realised profit realised by this fill, fees deducted; zero for an entry
 * @param closed whether the position is flat now
 * @param equity first cash and everything realised, this fill included
 * @param atMs event time of the fill, UTC milliseconds
 */
public record ResultBooked(AccountId account, InstrumentId instrument, String strategy, Money realised, boolean closed,
        Money equity, long atMs) {
}
