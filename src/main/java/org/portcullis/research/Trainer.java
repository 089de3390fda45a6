package org.portcullis.research;

/** Trains a model that says a probability. The same rows, terms and seed give the same model, byte for byte. */
public interface Trainer {

    /** Name and version of what trains. */
    String version();

    /**
     * Trains on some rows and answers for others.
     *
     * @param learn  rows to learn from
     * @param ask    features of rows to answer for, one row after the other; may be empty
     * @param terms  number and size of the trees
     * @param seed   decides which rows and features a tree sees
     * @throws IllegalStateException when what trains is not there on this machine, with what to install
     */
    Fit fit(Rows learn, double[] ask, TrainingTerms terms, long seed);

    /**
     * Rows with labels.
     *
     * @param features the features of each row, one row after the other; {@link Double#NaN} for a missing one
     * @param labels   1 for a win, else 0; one for each row
     */
    record Rows(double[] features, float[] labels) {
    }

    /**
     * A trained model.
     *
     * @param text    in LightGBM's text format
     * @param answers probability of each row that was asked
     */
    record Fit(String text, double[] answers) {
    }
}
