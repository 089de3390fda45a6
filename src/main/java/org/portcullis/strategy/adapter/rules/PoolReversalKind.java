package org.portcullis.strategy.adapter.rules;

import java.util.List;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.PoolParameters;
import org.portcullis.strategy.PoolReward;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.domain.PoolRewards;

/** Prices are those of the pool; what they are worth at the close is measured for the rules (S0-11). */
final class PoolReversalKind implements PackKind<PoolParameters> {

    @Override
    public PoolParameters limits(PackParameters parameters) {
        return PoolParameters.from(parameters);
    }

    @Override
    public List<PoolReward> measures(StrategyContext context, PoolParameters limits) {
        return PoolRewards.of(context.structure().poolSteps(), context.features().close());
    }

    @Override
    public TriggerHit priced(TriggerHit hit, StrategyContext context, PoolParameters limits) {
        return hit.intent() == Intent.EXIT ? hit.withConfidence(EXIT_CONFIDENCE) : hit;
    }
}
