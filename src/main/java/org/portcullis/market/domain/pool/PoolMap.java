package org.portcullis.market.domain.pool;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.portcullis.market.PoolState;

/**
 * S0-09: the explicit map of a pool's states (SMC B2). What is not in it does not happen (S0-10). With the armed stage
 * an entry waits for its price; without it the map is DEFINED, SWEPT, RECLAIMED, TRADE.
 */
public final class PoolMap {

    private static final PoolMap SIMPLE = new PoolMap(false);
    private static final PoolMap ARMED = new PoolMap(true);
    /** States in which something can be noted without leaving them. */
    private static final Set<PoolState> NOTED =
            EnumSet.of(PoolState.DEFINED, PoolState.SWEPT, PoolState.RECLAIMED);

    private final Map<PoolState, Set<PoolState>> next = new EnumMap<>(PoolState.class);

    private PoolMap(boolean armedStage) {
        next.put(PoolState.DEFINED, EnumSet.of(PoolState.SWEPT, PoolState.EXPIRED, PoolState.CANCELLED));
        next.put(PoolState.SWEPT, EnumSet.of(PoolState.RECLAIMED, PoolState.BROKEN, PoolState.CANCELLED));
        next.put(PoolState.RECLAIMED, EnumSet.of(armedStage ? PoolState.ARMED : PoolState.TRADE, PoolState.BROKEN,
                PoolState.EXPIRED, PoolState.CANCELLED));
        next.put(PoolState.ARMED, armedStage ? EnumSet.of(PoolState.TRADE, PoolState.BROKEN, PoolState.EXPIRED,
                PoolState.CANCELLED) : EnumSet.noneOf(PoolState.class));
        next.put(PoolState.TRADE, EnumSet.of(PoolState.CLOSED, PoolState.CANCELLED));
    }

    /** The map with the armed stage, or the simple one. */
    public static PoolMap of(boolean armedStage) {
        return armedStage ? ARMED : SIMPLE;
    }

    /** Whether a pool may go from one state to the other. */
    public boolean allows(PoolState from, PoolState to) {
        return next.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether something may be noted about a pool that stays in its state, such as a deeper sweep. */
    public boolean allowsNote(PoolState state) {
        return NOTED.contains(state);
    }

    /** Whether nothing follows the state. */
    public boolean ends(PoolState state) {
        return !next.containsKey(state);
    }
}
