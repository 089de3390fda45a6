package org.portcullis.research.adapter.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.research.ModelTraining;
import org.portcullis.research.SampleTerms;
import org.portcullis.research.Trainer;
import org.portcullis.strategy.domain.lightgbm.LightGbmModel;
import org.portcullis.strategy.domain.lightgbm.ModelRefused;

/** Our scorer against LightGBM's native library, on models trained here. */
@DisplayName("S3-10 our scorer says what LightGBM's native library says")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NativeParityTest {

    private static final long SEED = Long.getLong("seed", 42);
    private static final int COLUMNS = 12;
    private static final int ROWS = 10_000;
    private static final int SMALL = 1_500;
    private static final String[] NAMES = ModelTraining.featureNames().toArray(String[]::new);

    @BeforeAll
    static void the_library_is_there() {
        NativeLibraryHere.require();
    }

    @Test
    void ten_thousand_rows_get_the_same_answer_in_training_and_in_serving() throws ModelRefused {
        double[] features = features(ROWS, new Random(SEED));
        Trainer.Fit fit = new NativeTrainer(ModelTraining.featureNames()).fit(
                new Trainer.Rows(features, labels(features, 2)), features, SampleTerms.shipped(), SEED);
        LightGbmModel model = LightGbmModel.read(fit.text());
        assertThat(model.featureNames()).isEqualTo(ModelTraining.featureNames());
        for (int row = 0; row < ROWS; row++) {
            assertThat(model.predict(row(features, row))).as("seed %d, row %d", SEED, row)
                    .isEqualTo(fit.answers()[row], within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"objective=binary sigmoid=1.7", "objective=binary zero_as_missing=true",
        "objective=binary use_missing=false", "objective=binary boosting=dart", "objective=regression linear_tree=true",
        "objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.6 feature_fraction=0.7",
        "objective=regression reg_sqrt=true", "objective=regression_l1", "objective=huber", "objective=quantile",
        "objective=poisson", "objective=tweedie", "objective=gamma", "objective=cross_entropy",
        "objective=cross_entropy_lambda", "objective=multiclass num_class=3", "objective=multiclassova num_class=3",
        "objective=multiclass num_class=3 boosting=rf bagging_freq=1 bagging_fraction=0.6",
        "objective=binary categorical_feature=6 min_data_per_group=5 cat_smooth=1",
        "objective=multiclass num_class=3 categorical_feature=6 zero_as_missing=true"})
    void every_kind_of_model_says_the_same(String kind) throws ModelRefused {
        double[] features = features(SMALL, new Random(SEED));
        int classes = kind.contains("num_class=3") ? 3 : 2;
        float[] labels = labels(features, classes);
        for (int i = 0; kind.contains("gamma") && i < labels.length; i++) {
            labels[i] += 1;
        }
        String parameters = kind + " num_leaves=15 num_threads=1 deterministic=true verbosity=-1 seed=" + SEED;
        try (NativeRows rows = NativeRows.of(new Trainer.Rows(features, labels), NAMES, parameters);
                NativeBooster booster = NativeBooster.over(rows, parameters)) {
            for (int round = 0; round < 12; round++) {
                booster.learn();
            }
            compare(booster.text(), odd(features));
        }
    }

    private static void compare(String text, double[] asked) throws ModelRefused {
        LightGbmModel model = LightGbmModel.read(text);
        int count = asked.length / COLUMNS;
        double[] raw;
        double[] said;
        double[] leaves;
        try (NativeBooster theirs = NativeBooster.read(text)) {
            raw = theirs.ask(asked, COLUMNS, model.classes(), NativeBooster.Answer.RAW_SCORE);
            said = theirs.ask(asked, COLUMNS, model.classes(), NativeBooster.Answer.NORMAL);
            leaves = theirs.ask(asked, COLUMNS, model.trees(), NativeBooster.Answer.LEAF_INDEX);
        }
        double[] scores = new double[model.classes()];
        int[] ours = new int[model.trees()];
        for (int i = 0; i < count; i++) {
            double[] row = row(asked, i);
            model.scoreRaw(row, scores);
            same(i, scores, raw);
            model.predict(row, scores);
            same(i, scores, said);
            model.leaves(row, ours);
            assertThat(Arrays.stream(ours).asDoubleStream().toArray()).as("seed %d, row %d, leaves", SEED, i)
                    .isEqualTo(Arrays.copyOfRange(leaves, i * ours.length, (i + 1) * ours.length));
        }
    }

    private static void same(int row, double[] ours, double[] all) {
        for (int k = 0; k < ours.length; k++) {
            double theirs = all[row * ours.length + k];
            if (Double.isFinite(theirs)) {
                assertThat(ours[k]).as("seed %d, row %d", SEED, row)
                        .isEqualTo(theirs, within(1e-13 * Math.max(1, Math.abs(theirs))));
            } else {
                assertThat(Double.compare(ours[k], theirs)).as("seed %d, row %d: %s and %s", SEED, row, ours[k],
                        theirs).isZero();
            }
        }
    }

    private static double[] features(int rows, Random random) {
        double[] features = new double[rows * COLUMNS];
        for (int i = 0; i < features.length; i++) {
            int column = i % COLUMNS;
            features[i] = column == 6 ? random.nextInt(40) : random.nextGaussian();
            if (column != 0 && random.nextInt(12) == 0) {
                features[i] = random.nextBoolean() ? Double.NaN : 0;
            }
        }
        return features;
    }

    private static float[] labels(double[] features, int classes) {
        float[] labels = new float[features.length / COLUMNS];
        for (int row = 0; row < labels.length; row++) {
            double category = features[row * COLUMNS + 6];
            double sum = features[row * COLUMNS] + (Double.isNaN(category) ? 0 : category % 3 - 1);
            labels[row] = classes == 2 ? (sum > 0 ? 1 : 0) : sum > 0.7 ? 2 : sum > -0.7 ? 1 : 0;
        }
        return labels;
    }

    /** The rows learned from, with values among them that nobody learned from. */
    private static double[] odd(double[] features) {
        double[] odd = features.clone();
        Random random = new Random(SEED + 1);
        double[] values = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-36, -1e-36, 1e300, -7, 99, -0.5,
            Double.NaN, -0.0};
        for (int i = 0; i < odd.length; i++) {
            if (random.nextInt(15) == 0) {
                odd[i] = values[random.nextInt(values.length)];
            }
        }
        return odd;
    }

    private static double[] row(double[] features, int row) {
        return Arrays.copyOfRange(features, row * COLUMNS, (row + 1) * COLUMNS);
    }
}
