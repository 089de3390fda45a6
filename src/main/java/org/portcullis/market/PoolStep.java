package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * One transition of a liquidity pool. Replaying all steps of a pool gives its state.
 *
 * @param poolId     identity of the pool: the same source under the same bars gives the same
 * @param instrument whose pool
 * @param barTimeMs  open time of the bar that caused it, UTC milliseconds
 * @param from       state before
 * @param to         state after
 * @param cause      why, in capitals, such as {@code PENETRATED} or {@code NO_RECLAIM_IN_TIME}
 * @param direction  1 for a pool below price, whose sweep is an idea to buy; -1 for one above, an idea to sell
 * @param source     where the level comes from, such as {@code SWING_LOW} or {@code PREVIOUS_DAY_LOW}
 * @param level      price of the pool
 * @param extreme    farthest price beyond the level since the sweep; NaN before it
 * @param depthAtr   distance of the extreme from the level, in average true ranges; NaN before the sweep
 * @param entry      price at which the idea is entered once armed; NaN before
 * @param stop       price at which the idea is wrong; NaN before it is armed
 * @param target     price at which the idea has paid; NaN before it is armed
 * @param bodyShare  body over range of the bar of this step, 0 to 1 (S0-11)
 * @param bodyAtr    body of that bar, in average true ranges, in the direction of the idea
 * @param touches    how often the level was touched before the sweep
 * @param ageBars    bars since the level was defined
 * @param score      standing of the level among others: touches, higher time frame, age (SMC B1)
 */
public record PoolStep(String poolId, InstrumentId instrument, long barTimeMs, PoolState from, PoolState to,
        String cause, int direction, String source, double level, double extreme, double depthAtr, double entry,
        double stop, double target, double bodyShare, double bodyAtr, int touches, long ageBars, double score) {

    public PoolStep {
        Objects.requireNonNull(poolId, "poolId");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(source, "source");
    }
}
