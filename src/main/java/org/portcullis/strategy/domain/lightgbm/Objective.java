package org.portcullis.strategy.domain.lightgbm;

import java.util.Locale;

/**
 * What a model was trained for, which says how its raw scores become predictions: the {@code ConvertOutput} of each of
 * LightGBM's objective functions ({@code src/objective} of LightGBM 4).
 *
 * @param kind    how raw scores are converted
 * @param sigmoid steepness of the logistic function, positive; 1 where the objective has none
 */
record Objective(Kind kind, double sigmoid) {

    /** The conversions there are. */
    enum Kind {
        /** The raw score is the prediction: regression, ranking, and objectives of the trainer's own. */
        IDENTITY,
        /** Trained on square roots: the square, with the sign kept. */
        SIGNED_SQUARE,
        /** Trained on logarithms: Poisson, gamma, Tweedie. */
        EXPONENTIAL,
        /** Probability, each class for itself: binary, cross entropy, one against all. */
        LOGISTIC,
        /** Probabilities that add up to one over all classes. */
        SOFTMAX,
        /** Intensity of cross entropy with weights: ln(1 + e^raw). */
        SOFT_PLUS
    }

    /** An objective that leaves raw scores as they are. */
    static final Objective NONE = new Objective(Kind.IDENTITY, 1);

    /**
     * Reads the value of {@code objective=}, such as {@code binary sigmoid:1}.
     *
     * @param line for the refusal
     */
    static Objective of(String text, int line) throws ModelRefused {
        String[] words = text.trim().split(" +");
        boolean squareRoot = false;
        double sigmoid = 1;
        for (int i = 1; i < words.length; i++) {
            squareRoot |= words[i].equals("sqrt");
            if (words[i].startsWith("sigmoid:")) {
                sigmoid = Numbers.decimal(words[i].substring("sigmoid:".length()), line);
            }
        }
        if (!(sigmoid > 0) || Double.isInfinite(sigmoid)) {
            throw new ModelRefused(line, "the sigmoid parameter must be positive, is " + sigmoid);
        }
        return new Objective(kind(words[0], squareRoot, line), sigmoid);
    }

    private static Kind kind(String name, boolean squareRoot, int line) throws ModelRefused {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "regression", "regression_l1", "huber", "fair", "quantile", "mape" ->
                squareRoot ? Kind.SIGNED_SQUARE : Kind.IDENTITY;
            case "lambdarank", "rank_xendcg", "custom", "none" -> Kind.IDENTITY;
            case "poisson", "gamma", "tweedie" -> Kind.EXPONENTIAL;
            case "binary", "cross_entropy", "xentropy", "multiclassova" -> Kind.LOGISTIC;
            case "multiclass" -> Kind.SOFTMAX;
            case "cross_entropy_lambda", "xentlambda" -> Kind.SOFT_PLUS;
            default -> throw new ModelRefused(line, "unknown objective " + Numbers.quoted(name));
        };
    }

    /** Converts raw scores, one for each class, in place. */
    void convert(double[] scores, int classes) {
        if (kind == Kind.SOFTMAX) {
            softmax(scores, classes);
            return;
        }
        for (int i = 0; i < classes; i++) {
            scores[i] = convert(scores[i]);
        }
    }

    /** Converts one raw score; with {@link Kind#SOFTMAX} of a single class the answer is 1, so none is read. */
    double convert(double raw) {
        return switch (kind) {
            case IDENTITY -> raw;
            case SIGNED_SQUARE -> Math.signum(raw) * raw * raw;
            case EXPONENTIAL -> Math.exp(raw);
            case LOGISTIC -> 1 / (1 + Math.exp(-sigmoid * raw));
            case SOFTMAX -> 1;
            case SOFT_PLUS -> Math.log1p(Math.exp(raw));
        };
    }

    private static void softmax(double[] scores, int classes) {
        double highest = scores[0];
        for (int i = 1; i < classes; i++) {
            highest = Math.max(highest, scores[i]);
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < classes; i++) {
            scores[i] /= sum;
        }
    }
}
