package org.portcullis.risk.breaker;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** Keeps from where the drawdown of each account is measured; every call joins the caller's transaction. */
public interface PeakBook {

    /** The account's peak; nothing before its equity was seen the first time. */
    Optional<Peak> find(AccountId account);

    /** Keeps it, in place of the one that is there. */
    void keep(AccountId account, Peak peak);

    /**
     * Highest equity.
     *
     * @param amount open profit included
     * @param sinceMs when a person last let the breaker go, UTC milliseconds; 0 if nobody has
     */
    record Peak(Money amount, long sinceMs) {

        /** The peak once that equity was reached too. */
        Peak with(Money equity) {
            return equity.compareTo(amount) > 0 ? new Peak(equity, sinceMs) : this;
        }
    }
}
