package org.portcullis.research.adapter.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlib;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.portcullis.research.Trainer;
import org.portcullis.research.TrainingTerms;

/**
 * Trains with LightGBM's native library. One thread and its deterministic mode: the same rows give the same model, and
 * a busy machine is not made busier by threads that wait for each other.
 */
public final class NativeTrainer implements Trainer {

    private static final String COORDINATES = "/META-INF/maven/io.github.metarank/lightgbm4j/pom.properties";
    private static final String ALWAYS = "objective=binary num_threads=1 deterministic=true force_row_wise=true"
            + " verbosity=-1";

    private final String[] featureNames;

    /**
     * @param featureNames names of the features in the order of a row
     */
    public NativeTrainer(List<String> featureNames) {
        this.featureNames = featureNames.toArray(String[]::new);
    }

    @Override
    public String version() {
        try (InputStream file = lightgbmlib.class.getResourceAsStream(COORDINATES)) {
            Properties coordinates = new Properties();
            if (file != null) {
                coordinates.load(file);
            }
            return "LightGBM (lightgbm4j " + coordinates.getProperty("version", "of unknown version") + ")";
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + COORDINATES, unreadable);
        }
    }

    @Override
    public Fit fit(Rows learn, double[] ask, TrainingTerms terms, long seed) {
        String parameters = parameters(terms, seed);
        int columns = featureNames.length;
        try (NativeRows rows = NativeRows.of(learn, featureNames, parameters);
                NativeBooster booster = NativeBooster.over(rows, parameters)) {
            boolean finished = false;
            for (int round = 0; round < terms.whole("trees") && !finished; round++) {
                finished = booster.learn();
            }
            double[] answers = ask.length == 0 ? ask : booster.ask(ask, columns, 1, NativeBooster.Answer.NORMAL);
            return new Fit(booster.text(), answers);
        }
    }

    private static String parameters(TrainingTerms terms, long seed) {
        return String.format(Locale.ROOT, "%s seed=%d num_leaves=%d learning_rate=%s min_data_in_leaf=%d"
                + " feature_fraction=%s bagging_fraction=%s bagging_freq=1", ALWAYS, seed & Integer.MAX_VALUE,
                terms.whole("leaves"), terms.number("learning-rate"), terms.whole("leaf-rows-min"),
                terms.number("feature-share"), terms.number("row-share"));
    }
}
