package org.portcullis.strategy;

import java.util.Objects;

/**
 * How likely a pattern is to reach its target before its stop.
 *
 * @param probability 0 to 1
 * @param source      who says so
 * @param model       name and version of the model; {@code heuristic} when none was asked
 */
public record Score(double probability, Source source, String model) {

    /** Who can say it. */
    public enum Source {
        /** A trained model. */
        MODEL,
        /** The arithmetic that stands in when there is no usable model (S3-11). */
        HEURISTIC
    }

    public Score {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(model, "model");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability is 0 to 1, not " + probability);
        }
    }
}
