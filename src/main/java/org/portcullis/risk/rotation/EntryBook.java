package org.portcullis.risk.rotation;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/** Where it is kept what open positions were entered with (S1-17), in the caller's transaction. */
public interface EntryBook {

    /** Every open position of the account whose entry is known, by instrument and strategy. */
    List<PositionEntry> open(AccountId account);

    /** The entry of one position, if it is known. */
    Optional<PositionEntry> find(AccountId account, InstrumentId instrument, String strategy);

    /** Keeps an entry in place of the one before. */
    void keep(PositionEntry entry);

    /** Forgets the entry of a position that was closed. */
    void closed(AccountId account, InstrumentId instrument, String strategy);
}
