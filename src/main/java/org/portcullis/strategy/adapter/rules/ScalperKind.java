package org.portcullis.strategy.adapter.rules;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.Structure;
import org.portcullis.strategy.CharacterChange;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.ScalperParameters;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;

/** An entry is as sure as its score (S3-11); prices in average true ranges, as the labels of the model have them. */
final class ScalperKind implements PackKind<ScalperParameters> {

    @Override
    public ScalperParameters limits(PackParameters parameters) {
        parameters.number("stop-atr");
        parameters.number("target-atr");
        return ScalperParameters.from(parameters);
    }

    @Override
    public List<CharacterChange> measures(StrategyContext context, ScalperParameters limits) {
        Structure structure = context.structure();
        return structure.changeOfCharacter() == 0 ? List.of()
                : List.of(new CharacterChange(structure.changeOfCharacter(), structure.breakLevel()));
    }

    @Override
    public TriggerHit priced(TriggerHit hit, StrategyContext context, ScalperParameters limits) {
        Score score = context.score();
        return hit.withConfidence(score == null || hit.intent() == Intent.EXIT ? EXIT_CONFIDENCE
                : score.probability());
    }

    @Override
    public SortedMap<String, Double> saw(StrategyContext context, ScalperParameters limits) {
        SortedMap<String, Double> saw = new TreeMap<>();
        Score score = context.score();
        if (score != null) {
            saw.put("score." + score.source(), score.probability());
        }
        return saw;
    }

    @Override
    public Words nearest(StrategyContext context, ScalperParameters limits) {
        Score score = context.score();
        return score == null ? Words.NONE : Words.of(() -> "pattern: probability " + score.probability()
                + (score.probability() > limits.confidenceOver() ? " exceeds " : " against ") + limits.confidenceOver()
                + (score.probability() > limits.confidenceOver() ? ", another condition was not met" : ""));
    }
}
