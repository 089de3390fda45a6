package org.portcullis.strategy;

import java.util.List;
import org.portcullis.market.Features;

/**
 * A strategy written in Java, as an example: buys at the low of the range and sells short at its high. In an
 * application it would be a Spring bean; here tests hand it to the floor.
 *
 * @param zScore distance from the mean, in standard deviations, that is far enough
 */
record RangeFade(double zScore) implements StrategyPack {

    @Override
    public String name() {
        return "range-fade";
    }

    @Override
    public Answer ask(StrategyContext context) {
        Features features = context.features();
        if (Math.abs(features.zScore()) < zScore) {
            return Answer.silent("price z " + features.zScore() + " against " + zScore);
        }
        int direction = features.zScore() < 0 ? 1 : -1;
        TriggerHit hit = new TriggerHit("range-fade.form-entry", Intent.ENTER, direction, features.zScore(), zScore);
        return new Answer(List.of(hit), "1", 2, 2, "");
    }
}
