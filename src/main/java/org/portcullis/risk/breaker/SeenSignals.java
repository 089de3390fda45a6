package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;

/** Keeps from what kind of minute signals came; every call joins the caller's transaction. */
public interface SeenSignals {

    /**
     * Keeps one signal.
     *
     * @param thin whether hardly anything was traded in its minute
     * @return whether it was new
     */
    boolean add(AccountId account, String proposalId, boolean thin, long atMs);

    /** The newest signals after that moment, {@code newest} at most; older ones may be forgotten. */
    Count count(AccountId account, long afterMs, int newest);

    /** Signals, and how many of them came from a thin minute. */
    record Count(int signals, int thin) {
    }
}
