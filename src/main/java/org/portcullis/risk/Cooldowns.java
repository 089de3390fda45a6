package org.portcullis.risk;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/**
 * The rest that a symbol gets before the next entry (S1-25, S2-REQ-CD1). Kept with the account, so that a restart does
 * not shorten it; all times are event times in UTC milliseconds. A later end never gives way to an earlier one.
 */
public interface Cooldowns {

    /** Why a symbol rests. */
    enum Kind { FAILURE, FILL, STOP }

    /** Starts the rest after an order failed or was rejected. */
    void afterFailure(AccountId account, InstrumentId instrument, long atMs);

    /** Starts the rest after a fill. */
    void afterFill(AccountId account, InstrumentId instrument, long atMs);

    /** Starts the rest after an exit at a loss. */
    void afterStop(AccountId account, InstrumentId instrument, long atMs);

    /** What is left of each rest at that moment. */
    Remaining remaining(AccountId account, InstrumentId instrument, long atMs);

    /**
     * What is left, in milliseconds; zero when the symbol does not rest.
     *
     * @param failureMs after a failed order
     * @param fillMs after a fill
     * @param stopMs after a losing exit
     */
    record Remaining(long failureMs, long fillMs, long stopMs) {
    }
}
