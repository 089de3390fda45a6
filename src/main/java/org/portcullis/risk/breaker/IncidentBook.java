package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;

/** Keeps what went wrong for as long as it counts; every call joins the caller's transaction. */
public interface IncidentBook {

    /**
     * Writes one incident down.
     *
     * @param incidentId the same incident told again is known by it
     * @return whether it was new
     */
    boolean add(AccountId account, Breaker breaker, Scope scope, String incidentId, long atMs);

    /** How many there were after one moment and up to another, by event time. */
    int count(AccountId account, Breaker breaker, Scope scope, long afterMs, long untilMs);

    /** Forgets what is older than that moment. */
    void forgetBefore(AccountId account, Breaker breaker, long beforeMs);
}
