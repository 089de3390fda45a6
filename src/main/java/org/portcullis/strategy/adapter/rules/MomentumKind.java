package org.portcullis.strategy.adapter.rules;

import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.Words;
import org.portcullis.strategy.domain.MomentumNearest;

/** Confidence from the distance beyond the limit, prices in average true ranges. */
final class MomentumKind implements PackKind<MomentumParameters> {

    @Override
    public MomentumParameters limits(PackParameters parameters) {
        return MomentumParameters.from(parameters);
    }

    @Override
    public Words nearest(StrategyContext context, MomentumParameters limits) {
        return Words.of(() -> MomentumNearest.text(context.features(), limits));
    }

    @Override
    public boolean looksAtStructure() {
        return false;
    }
}
