package org.portcullis.market.domain.pool;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

/** What came of asking a pool to change its state. */
public sealed interface PoolOutcome {

    /** The pool went there. */
    record Moved(PoolStep step) implements PoolOutcome {
    }

    /**
     * S0-10: refused; the pool is where it was. The book tells it to whoever logs refusals.
     *
     * @param reason why
     * @param poolId which pool
     * @param from   its state, or nothing when there is no such pool
     * @param to     the state asked for
     * @param detail what stands in the way, with both numbers where there are two
     */
    record Refused(Reason reason, String poolId, @Nullable PoolState from, PoolState to, String detail)
            implements PoolOutcome {
    }

    /** Why a change was refused. Never renamed. */
    enum Reason {
        /** There is no such pool, or it has ended. */
        UNKNOWN_POOL,
        /** The map of states has no such way. */
        NOT_IN_MAP,
        /** Only a bar can show that it happened: it cannot be asked for from outside. */
        NEEDS_A_BAR,
        /** The change is dated before the last bar. */
        TOO_OLD
    }
}
