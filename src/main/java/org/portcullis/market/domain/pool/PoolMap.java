package org.portcullis.market.domain.pool;

import org.portcullis.market.PoolState;

/**
 * S0-09: the explicit map of a pool's states (SMC B2). What is not in it does not happen (S0-10). With the armed stage
 * an entry waits for its price; without it the map is DEFINED, SWEPT, RECLAIMED, TRADE.
 */
public final class PoolMap {

    private static final PoolMap SIMPLE = new PoolMap(false);
    private static final PoolMap ARMED = new PoolMap(true);
    /** States in which something can be noted without leaving them. */
    private static final int NOTED = set(PoolState.DEFINED, PoolState.SWEPT, PoolState.RECLAIMED);

    private static final int ENDED =
            set(PoolState.CLOSED, PoolState.BROKEN, PoolState.EXPIRED, PoolState.CANCELLED);

    /** For each state the states that may follow, one bit each; asked several times for every pool of every bar. */
    private final int[] next = new int[PoolState.values().length];

    private PoolMap(boolean armedStage) {
        put(PoolState.DEFINED, PoolState.SWEPT, PoolState.EXPIRED, PoolState.CANCELLED);
        put(PoolState.SWEPT, PoolState.RECLAIMED, PoolState.BROKEN, PoolState.CANCELLED);
        put(PoolState.RECLAIMED, armedStage ? PoolState.ARMED : PoolState.TRADE, PoolState.BROKEN, PoolState.EXPIRED,
                PoolState.CANCELLED);
        if (armedStage) {
            put(PoolState.ARMED, PoolState.TRADE, PoolState.BROKEN, PoolState.EXPIRED, PoolState.CANCELLED);
        }
        put(PoolState.TRADE, PoolState.CLOSED, PoolState.CANCELLED);
    }

    private void put(PoolState from, PoolState... to) {
        next[from.ordinal()] = set(to);
    }

    private static int set(PoolState... states) {
        int bits = 0;
        for (PoolState state : states) {
            bits |= 1 << state.ordinal();
        }
        return bits;
    }

    /** The map with the armed stage, or the simple one. */
    public static PoolMap of(boolean armedStage) {
        return armedStage ? ARMED : SIMPLE;
    }

    /** Whether a pool may go from one state to the other. */
    public boolean allows(PoolState from, PoolState to) {
        return (next[from.ordinal()] >> to.ordinal() & 1) == 1;
    }

    /** Whether something may be noted about a pool that stays in its state, such as a deeper sweep. */
    public boolean allowsNote(PoolState state) {
        return (NOTED >> state.ordinal() & 1) == 1;
    }

    /** Whether nothing follows the state. */
    public boolean ends(PoolState state) {
        return (ENDED >> state.ordinal() & 1) == 1;
    }
}
