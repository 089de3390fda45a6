package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.kernel.Side;
import org.portcullis.market.PoolStep;

/**
 * What a trigger rule inserts when it fires: the two numbers it compared. A rule says that the moment has come; prices
 * and confidence are arithmetic and made from it in one place. A price or confidence that is {@link Double#NaN} is left
 * to that arithmetic.
 *
 * @param rule       full name of the rule
 * @param intent     whether it opens or closes risk
 * @param side       what to trade: an exit that sells closes what was bought, one that buys covers what was sold
 * @param actual     the measure that fired the rule
 * @param limit      the parameter it was compared with
 * @param poolId     the liquidity pool that it is about; empty when it is about none
 * @param stop       price at which the idea is wrong; NaN for the pack's distance
 * @param target     price at which the idea has paid; NaN for the pack's distance
 * @param confidence 0 to 1; NaN for {@code r / (1 + r)} of both numbers
 */
public record TriggerHit(String rule, Intent intent, Side side, double actual, double limit, String poolId,
        double stop, double target, double confidence) {

    public TriggerHit {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(poolId, "poolId");
        if (!Double.isFinite(actual) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException(rule + " compared " + actual + " with " + limit);
        }
        if (confidence < 0 || confidence > 1) {
            throw new IllegalArgumentException(rule + " is sure by " + confidence + "; permitted is 0 to 1");
        }
    }

    /** A hit of a pack that is never short: entries buy, exits sell (S2-REQ-R1). */
    public TriggerHit(String rule, Intent intent, double actual, double limit) {
        this(rule, intent, intent == Intent.ENTER ? Side.BUY : Side.SELL, actual, limit);
    }

    /** A hit on the given side. */
    public TriggerHit(String rule, Intent intent, Side side, double actual, double limit) {
        this(rule, intent, side, actual, limit, "", Double.NaN, Double.NaN, Double.NaN);
    }

    /** A hit in a direction: positive buys, negative sells. */
    public TriggerHit(String rule, Intent intent, int direction, double actual, double limit) {
        this(rule, intent, side(direction), actual, limit);
    }

    /** A hit in the direction of a liquidity pool; an entry takes the pool's stop and target. */
    public TriggerHit(String rule, Intent intent, PoolStep pool, double actual, double limit) {
        this(rule, intent, side(pool.direction()), actual, limit, pool.poolId(),
                intent == Intent.ENTER ? pool.stop() : Double.NaN,
                intent == Intent.ENTER ? pool.target() : Double.NaN, Double.NaN);
    }

    /** The same hit, as sure as this. */
    public TriggerHit withConfidence(double sure) {
        return new TriggerHit(rule, intent, side, actual, limit, poolId, stop, target, sure);
    }

    /** The same hit with prices of its own. */
    public TriggerHit withPrices(double stopPrice, double targetPrice) {
        return new TriggerHit(rule, intent, side, actual, limit, poolId, stopPrice, targetPrice, confidence);
    }

    private static Side side(int direction) {
        if (direction == 0) {
            throw new IllegalArgumentException("a hit needs a direction");
        }
        return direction > 0 ? Side.BUY : Side.SELL;
    }
}
