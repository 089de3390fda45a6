package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.PoolStep;
import org.portcullis.strategy.PoolReward;

/** Reward over risk of liquidity pools, measured from the close at which one would enter. */
public final class PoolRewards {

    private PoolRewards() {
    }

    /**
     * One for each step, in their order.
     *
     * @param close close of the bar, in quote currency
     */
    public static List<PoolReward> of(List<PoolStep> steps, double close) {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<PoolReward> rewards = new ArrayList<>(steps.size());
        for (PoolStep step : steps) {
            rewards.add(new PoolReward(step.poolId(), step.to(), multiple(step, close)));
        }
        return rewards;
    }

    /** Reward over risk of one step, see {@link PoolReward#multiple()}. */
    static double multiple(PoolStep step, double close) {
        double risk = step.direction() * (close - step.stop());
        double reward = step.direction() * (step.target() - close);
        if (Double.isNaN(risk) || Double.isNaN(reward)) {
            return Double.NaN;
        }
        return risk > 0 && reward > 0 ? reward / risk : -1;
    }
}
