package org.portcullis.conformance;

import java.io.IOException;
import java.util.List;
import org.portcullis.strategy.domain.lightgbm.LightGbmModel;
import org.portcullis.strategy.domain.lightgbm.ReferenceModels;
import org.portcullis.strategy.domain.lightgbm.ReferenceModels.Sample;

/**
 * What LightGBM 4.7.0 and the tests of dmitryikh/leaves say to rows of models: raw scores, predictions and leaves
 * (S3-10). Models of one leaf, several classes, dart, random forest, categories, NaN and infinities are among them.
 */
final class LightGbmModels implements ConformanceSource {

    /** The last bit of e^x may differ between C libraries and Java. */
    private static final double PREDICTION = 1e-15;

    /** Compares one row of one model. */
    @FunctionalInterface
    private interface Row {
        void compare(Tally tally, String where, Sample sample, LightGbmModel model, int row);
    }

    @Override
    public String name() {
        return "LightGBM";
    }

    @Override
    public List<ConformanceCheck> checks() {
        return List.of(
                ConformanceCheck.exactly("raw scores of every model", tally -> each(tally, LightGbmModels::raw)),
                ConformanceCheck.within("predictions of every model", PREDICTION,
                        tally -> each(tally, LightGbmModels::prediction)),
                ConformanceCheck.exactly("leaf of every tree", tally -> each(tally, LightGbmModels::leaves)));
    }

    private static void each(Tally tally, Row row) throws IOException {
        for (Sample sample : ReferenceModels.all()) {
            LightGbmModel model = sample.model();
            for (int i = 0; i < sample.rows().size(); i++) {
                row.compare(tally, sample.name() + " row " + i, sample, model, i);
            }
        }
    }

    private static void raw(Tally tally, String where, Sample sample, LightGbmModel model, int row) {
        if (sample.raw() != null) {
            double[] scores = new double[model.classes()];
            model.scoreRaw(sample.rows().get(row), scores);
            for (int i = 0; i < scores.length; i++) {
                tally.same(where, scores[i], Double.valueOf(sample.raw().get(row)[i]));
            }
        }
    }

    private static void prediction(Tally tally, String where, Sample sample, LightGbmModel model, int row) {
        if (sample.predictions() != null) {
            double[] scores = new double[model.classes()];
            model.predict(sample.rows().get(row), scores);
            for (int i = 0; i < scores.length; i++) {
                tally.number(where, scores[i], Double.parseDouble(sample.predictions().get(row)[i]));
            }
        }
    }

    private static void leaves(Tally tally, String where, Sample sample, LightGbmModel model, int row) {
        if (sample.leaves() != null) {
            int[] leaves = new int[model.trees()];
            model.leaves(sample.rows().get(row), leaves);
            for (int i = 0; i < leaves.length; i++) {
                tally.same(where, leaves[i], Integer.valueOf(sample.leaves().get(row)[i]));
            }
        }
    }
}
