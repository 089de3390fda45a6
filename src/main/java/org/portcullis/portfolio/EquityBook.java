package org.portcullis.portfolio;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** Keeps what accounts were worth, minute by minute; in the caller's transaction. */
public interface EquityBook {

    /** The newest equity, if any was kept. */
    Optional<EquityPoint> newest(AccountId account);

    /**
     * Keeps the equity of a minute; told again for the same minute, the last word counts. History is not rewritten:
     * what is older than the newest minute counts for that.
     *
     * @param initial what the account began with, its first peak
     */
    EquityPoint keep(AccountId account, long atMs, Money equity, Money cash, int positions, Money initial);
}
