package org.portcullis.strategy.domain;

import org.portcullis.market.ScalpFeatures;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.Scoring;

/**
 * The score that stands in when there is no usable model (S3-11): points for what a good sweep looks like, after the
 * rule score for false breakouts (SMC C; its time beyond the level is no feature, the trend of the averages stands in
 * its place). Weights and thresholds come from {@code rules/strategy/scoring.yaml}.
 */
public final class HeuristicScore implements Scoring {

    /** Name under which these scores are told. */
    public static final String NAME = "heuristic";

    private final PackParameters parameters;
    private final double fullPoints;

    /**
     * @throws IllegalArgumentException when a parameter is missing or is no whole number where it counts, no point can
     *                                  be earned, or full points say less than none
     */
    public HeuristicScore(PackParameters parameters) {
        this.parameters = parameters;
        this.fullPoints = number("wick-points") + number("close-back-points") + number("volume-points")
                + number("depth-points") + number("touches-points") + number("age-points") + number("trend-points");
        if (!(fullPoints > 0) || number("probability-at-full") < number("probability-at-none")) {
            throw new IllegalArgumentException("the heuristic score needs points to earn, and at least as high a"
                    + " probability with all of them as without");
        }
        if (number("model-bytes-max") != Math.rint(number("model-bytes-max"))) {
            throw new IllegalArgumentException("model-bytes-max is counted and must be a whole number");
        }
        points(new ScalpFeatures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Override
    public Score score(ScalpFeatures features) {
        double none = number("probability-at-none");
        double share = points(features) / fullPoints;
        return new Score(none + (number("probability-at-full") - none) * share, Score.Source.HEURISTIC, NAME);
    }

    /** How long a model may be in whose place this stands; the same file says it. */
    public int modelBytesMax() {
        return (int) number("model-bytes-max");
    }

    /** Points earned; comparisons with a feature that is not a number earn nothing. */
    private double points(ScalpFeatures features) {
        return earned("wick-points", features.wickRatio() >= number("wick-min"))
                + earned("close-back-points", features.closeBackAtr() > number("close-back-atr-min"))
                + earned("volume-points", features.volumeZ() >= number("volume-z-min"))
                + earned("depth-points", features.sweepDepthAtr() >= number("depth-atr-min")
                && features.sweepDepthAtr() <= number("depth-atr-max"))
                + earned("touches-points", features.touches() >= number("touches-min"))
                + earned("age-points", features.levelAgeLog() >= Math.log1p(number("age-bars-min")))
                + earned("trend-points", features.trendAtr() >= number("trend-atr-min"));
    }

    private double earned(String points, boolean met) {
        return met ? number(points) : 0;
    }

    private double number(String name) {
        return parameters.number(name);
    }
}
