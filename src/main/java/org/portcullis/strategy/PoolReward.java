package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.market.PoolState;

/**
 * What a step of a liquidity pool promises for what it risks, as a fact for the rules of pool-reversal.
 *
 * @param poolId   whose step
 * @param to       state it led to
 * @param multiple distance from the close to the target over that from the stop to the close; negative when the close
 *                 does not lie between them, NaN when the pool has no prices yet
 */
public record PoolReward(String poolId, PoolState to, double multiple) {

    public PoolReward {
        Objects.requireNonNull(poolId, "poolId");
        Objects.requireNonNull(to, "to");
    }
}
