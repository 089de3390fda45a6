package org.portcullis.strategy.domain.lightgbm;

import java.util.List;

/**
 * A model that LightGBM trained. Its answers are those of LightGBM itself (S3-10). It is immutable; asking it
 * allocates nothing.
 */
public final class LightGbmModel {

    private final List<String> featureNames;
    private final Objective objective;
    private final int classes;
    private final boolean averaged;
    private final boolean converted;
    private final Forest forest;

    /**
     * @param averaged  whether predictions come from the average of the trees, as in a random forest
     * @param converted whether leaves already hold predictions: the random forests of version 2
     */
    LightGbmModel(List<String> featureNames, Objective objective, int classes, boolean averaged, boolean converted,
            Forest forest) {
        this.featureNames = List.copyOf(featureNames);
        this.objective = objective;
        this.classes = classes;
        this.averaged = averaged;
        this.converted = converted;
        this.forest = forest;
    }

    /**
     * Reads a model in LightGBM's text format, versions 2 to 4.
     *
     * @throws ModelRefused naming the line, when the text is not such a model, is cut off, or contradicts itself
     */
    public static LightGbmModel read(String text) throws ModelRefused {
        return new ModelReader(text).read();
    }

    /** Names of the features, in the order of a row. */
    public List<String> featureNames() {
        return featureNames;
    }

    /** Number of scores that one row gets: 1, or the number of classes. */
    public int classes() {
        return classes;
    }

    /** Number of trees. */
    public int trees() {
        return forest.trees();
    }

    /** Number of leaves in all trees. */
    public int leaves() {
        return forest.leaves();
    }

    /** Whether predictions of this model are probabilities. Leaves that are predictions already must be some. */
    public boolean probabilities() {
        boolean meant = objective.kind() == Objective.Kind.LOGISTIC || objective.kind() == Objective.Kind.SOFTMAX;
        return meant && (!converted || forest.leavesWithin(0, 1));
    }

    /**
     * Raw score of a row: the sum of the trees.
     *
     * @param row the features, at least as many as there are names; {@link Double#NaN} for a missing one
     * @throws IllegalStateException when the model has several classes
     */
    public double scoreRaw(double[] row) {
        requireOneClass();
        double sum = 0;
        for (int tree = 0; tree < forest.trees(); tree++) {
            sum += forest.value(tree, row);
        }
        return sum;
    }

    /**
     * Prediction for a row, in the words of the objective: a probability, an intensity, a value.
     *
     * @throws IllegalStateException when the model has several classes
     */
    public double predict(double[] row) {
        double raw = scoreRaw(row);
        double score = averaged ? raw / forest.trees() : raw;
        return converted ? score : objective.convert(score);
    }

    /** Raw scores of a row, one for each class. */
    public void scoreRaw(double[] row, double[] scores) {
        for (int i = 0; i < classes; i++) {
            scores[i] = 0;
        }
        for (int tree = 0; tree < forest.trees(); tree++) {
            scores[tree % classes] += forest.value(tree, row);
        }
    }

    /** Predictions for a row, one for each class. */
    public void predict(double[] row, double[] predictions) {
        scoreRaw(row, predictions);
        int rounds = forest.trees() / classes;
        for (int i = 0; averaged && i < classes; i++) {
            predictions[i] /= rounds;
        }
        if (!converted) {
            objective.convert(predictions, classes);
        }
    }

    /** The leaf of each tree that the row falls into, counted from 0 within its tree. */
    public void leaves(double[] row, int[] leaves) {
        for (int tree = 0; tree < forest.trees(); tree++) {
            leaves[tree] = forest.leaf(tree, row);
        }
    }

    private void requireOneClass() {
        if (classes != 1) {
            throw new IllegalStateException("this model scores " + classes + " classes; ask for all of them");
        }
    }
}
