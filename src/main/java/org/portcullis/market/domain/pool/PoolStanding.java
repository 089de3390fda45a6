package org.portcullis.market.domain.pool;

import org.portcullis.market.PoolState;

/**
 * Everything that a pool decides with, as its steps tell it. Ages are those of the pool in bars at the moment named; -1
 * for what has not happened, {@link Double#NaN} for prices that are not known.
 *
 * @param poolId       identity
 * @param state        where it is
 * @param direction    1 for an idea to buy, -1 for one to sell
 * @param source       where the level comes from
 * @param level        price of the pool
 * @param extreme      farthest price beyond the level since the sweep
 * @param entry        price of the entry
 * @param stop         price at which the idea is wrong
 * @param target       price at which it has paid
 * @param touches      how often the level was touched before the sweep
 * @param definedAtMs  open time of the bar that defined it, UTC milliseconds
 * @param touchedAge   age at the newest counted touch
 * @param sweptAge     age at the sweep
 * @param farCloses    closes far beyond the level since the sweep
 * @param barsBeyond   bars in a row up to the newest that closed beyond the level
 * @param reclaimedAge age at the reclaim
 * @param displacedAge age at the displacement that waits for its confirmation
 * @param armedAge     age at which the entry began to wait
 * @param tradeAge     age at the entry
 */
public record PoolStanding(String poolId, PoolState state, int direction, String source, double level, double extreme,
        double entry, double stop, double target, int touches, long definedAtMs, long touchedAge, long sweptAge,
        int farCloses, int barsBeyond, long reclaimedAge, long displacedAge, long armedAge, long tradeAge) {
}
