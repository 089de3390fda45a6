package org.portcullis.risk.breaker;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** Keeps what accounts realised; every call joins the caller's transaction, which holds the account's lock. */
public interface ResultBook {

    /** How the account has fared; nothing before its first fill. */
    Optional<Results> find(AccountId account);

    /** Replaces how the account has fared. */
    void keep(AccountId account, Results results);

    /** Adds to what was realised on a day. */
    void add(AccountId account, LocalDate day, Money realised);

    /** What was realised from the first day to the last, both included. */
    Money realised(AccountId account, LocalDate first, LocalDate last);

    /**
     * Adds to what the open trade realised so far.
     *
     * @param closed whether the trade ends with it; the next fill begins another one
     * @return what the trade realised
     */
    Money trade(ResultBooked booked, boolean closed);
}
