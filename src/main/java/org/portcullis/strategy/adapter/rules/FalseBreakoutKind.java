package org.portcullis.strategy.adapter.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.Breakout;
import org.portcullis.strategy.BreakoutScore;
import org.portcullis.strategy.FalseBreakoutParameters;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;
import org.portcullis.strategy.domain.BreakoutJudge;

/** The score is arithmetic; an entry is as sure as its score, its stop lies behind the farthest price (S4-04). */
final class FalseBreakoutKind implements PackKind<FalseBreakoutParameters> {

    @Override
    public FalseBreakoutParameters limits(PackParameters parameters) {
        return FalseBreakoutParameters.from(parameters);
    }

    @Override
    public List<BreakoutScore> measures(StrategyContext context, FalseBreakoutParameters limits) {
        Breakout breakout = context.structure().breakout();
        return breakout == null ? List.of() : List.of(BreakoutJudge.score(breakout, limits));
    }

    @Override
    public TriggerHit priced(TriggerHit hit, StrategyContext context, FalseBreakoutParameters limits) {
        Breakout breakout = context.structure().breakout();
        if (breakout == null || hit.intent() == Intent.EXIT) {
            return hit.withConfidence(EXIT_CONFIDENCE);
        }
        return BreakoutJudge.priced(hit, breakout, context.features().close(), context.features().atr14(), limits)
                .withConfidence(BreakoutJudge.confidence(BreakoutJudge.score(breakout, limits)));
    }

    @Override
    public SortedMap<String, Double> saw(StrategyContext context, FalseBreakoutParameters limits) {
        SortedMap<String, Double> saw = new TreeMap<>();
        Breakout breakout = context.structure().breakout();
        if (breakout != null) {
            BreakoutScore score = BreakoutJudge.score(breakout, limits);
            saw.put("breakout.level", breakout.level());
            saw.put("breakout.score", score.total());
            saw.put("breakout.wick", score.wick());
            saw.put("breakout.closeBack", score.closeBack());
            saw.put("breakout.volume", score.volume());
            saw.put("breakout.penetration", score.penetration());
            saw.put("breakout.touches", score.touches());
            saw.put("breakout.age", score.age());
            saw.put("breakout.barsBeyond", score.barsBeyond());
        }
        return saw;
    }

    @Override
    public Words nearest(StrategyContext context, FalseBreakoutParameters limits) {
        Breakout breakout = context.structure().breakout();
        return breakout == null ? Words.NONE : Words.of(() -> "false breakout: score "
                + BreakoutJudge.score(breakout, limits).total() + " against " + limits.scoreMin() + " at level "
                + breakout.level());
    }
}
