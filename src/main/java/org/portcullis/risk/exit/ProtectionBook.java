package org.portcullis.risk.exit;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/** Keeps what protects open positions; every call joins the caller's transaction. */
public interface ProtectionBook {

    /** Every protection of the account, by instrument and strategy. */
    List<Protection> all(AccountId account);

    /** That of one position, if it has one. */
    Optional<Protection> find(AccountId account, InstrumentId instrument, String strategy);

    /** Keeps one, in place of the one that is there. */
    void keep(Protection protection);

    /** Forgets one, because nothing is left to protect. */
    void remove(AccountId account, InstrumentId instrument, String strategy);
}
