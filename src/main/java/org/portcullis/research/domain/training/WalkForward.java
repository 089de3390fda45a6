package org.portcullis.research.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.Trainer;
import org.portcullis.research.TrainingTerms;

/** Trains one model for each fold and collects what it says to the rows of the fold's test. */
public final class WalkForward {

    private final List<LabelledRow> rows;
    private final Trainer trainer;
    private final TrainingTerms terms;
    private final long seed;

    public WalkForward(List<LabelledRow> rows, Trainer trainer, TrainingTerms terms, long seed) {
        this.rows = rows;
        this.trainer = trainer;
        this.terms = terms;
        this.seed = seed;
    }

    /**
     * Rows that were tested by a model that had not seen them.
     *
     * @param rows  the rows, in order of their start
     * @param said  probability of each
     * @param folds the walks
     */
    public record Tested(List<LabelledRow> rows, double[] said, List<PurgedSplits.Fold> folds) {
    }

    /**
     * Walks all folds.
     *
     * @param told hears about each fold
     * @throws IllegalArgumentException when there are too few rows, or only rows of one kind, to learn from
     */
    public Tested walk(Consumer<String> told) {
        int least = terms.whole("rows-min");
        if (rows.size() < least) {
            throw new IllegalArgumentException("only " + rows.size() + " patterns got a label, at least " + least
                    + " are needed to train; give more bars, or lower rows-min in rules/research/training.yaml");
        }
        List<PurgedSplits.Fold> folds = PurgedSplits.of(rows, terms.whole("folds"), terms.embargoBars());
        List<LabelledRow> tested = new ArrayList<>();
        List<Double> said = new ArrayList<>();
        for (PurgedSplits.Fold fold : folds) {
            told.accept("fold " + (folds.indexOf(fold) + 1) + " of " + folds.size() + ": " + fold.train().length
                    + " rows train, " + (fold.testTo() - fold.testFrom()) + " test");
            List<LabelledRow> test = rows.subList(fold.testFrom(), fold.testTo());
            List<LabelledRow> train = IntStream.of(fold.train()).mapToObj(rows::get).toList();
            double[] answers = fit(train, features(test)).answers();
            for (double answer : answers) {
                said.add(answer);
            }
            tested.addAll(test);
        }
        return new Tested(tested, said.stream().mapToDouble(Double::doubleValue).toArray(), folds);
    }

    /** The model that learned from every row, and what it says to them. */
    public Trainer.Fit last() {
        return fit(rows, features(rows));
    }

    private Trainer.Fit fit(List<LabelledRow> train, double[] ask) {
        float[] labels = new float[train.size()];
        int wins = 0;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = train.get(i).outcome().win() ? 1 : 0;
            wins += train.get(i).outcome().win() ? 1 : 0;
        }
        if (wins == 0 || wins == labels.length) {
            throw new IllegalArgumentException("of " + labels.length + " rows to learn from " + wins
                    + " are wins; there is nothing to tell apart, give more bars");
        }
        return trainer.fit(new Trainer.Rows(features(train), labels), ask, terms, seed);
    }

    private static double[] features(List<LabelledRow> rows) {
        double[] all = new double[rows.size() * ScalpFeatures.COUNT];
        double[] row = new double[ScalpFeatures.COUNT];
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).features().writeTo(row);
            System.arraycopy(row, 0, all, i * ScalpFeatures.COUNT, ScalpFeatures.COUNT);
        }
        return all;
    }
}
