package org.portcullis.strategy.domain.lightgbm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.ReferenceBars;

/** Models, rows and LightGBM's own answers of the reference data; a test that asks is skipped when they are absent. */
public final class ReferenceModels {

    private static final String FOLDER = "lightgbm";

    private ReferenceModels() {
    }

    /**
     * One model with its rows and what LightGBM answered, as it printed it.
     *
     * @param name   of the model
     * @param text   the model
     * @param rows   features
     * @param raw    raw scores of each row, if they were kept
     * @param predictions of each row, if they were kept
     * @param leaves of each row, one for each tree, if they were kept
     */
    public record Sample(String name, String text, List<double[]> rows, @Nullable List<String[]> raw,
            @Nullable List<String[]> predictions, @Nullable List<String[]> leaves) {

        /** The model. */
        public LightGbmModel model() {
            try {
                return LightGbmModel.read(text);
            } catch (ModelRefused refused) {
                throw new AssertionError(name + " was refused", refused);
            }
        }
    }

    /** Every model of which LightGBM's answers are known. */
    public static List<Sample> all() throws IOException {
        List<Sample> samples = new ArrayList<>(generated());
        Path leaves = ReferenceBars.file(FOLDER + "/leaves");
        List<double[]> cancer = rows(leaves.resolve("breast_cancer_test.tsv"), "\t");
        samples.add(new Sample("lg_dart_breast_cancer", Files.readString(leaves.resolve("lg_dart_breast_cancer.model")),
                cancer, null, words(leaves.resolve("lg_dart_breast_cancer_true_predictions.txt")), null));
        samples.add(new Sample("lg_kddcup99", Files.readString(leaves.resolve("lg_kddcup99.model")),
                rows(leaves.resolve("kddcup99_test.tsv"), "\t"),
                words(leaves.resolve("lg_kddcup99_true_predictions.txt")), null, null));
        samples.add(new Sample("lg_rf_iris", Files.readString(leaves.resolve("lg_rf_iris.model")),
                sparse(leaves.resolve("iris_test.libsvm"), 4), null,
                words(leaves.resolve("lg_rf_iris_true_predictions.txt")), null));
        samples.add(new Sample("lg_breast_cancer", Files.readString(leaves.resolve("lg_breast_cancer.txt")),
                rows(leaves.resolve("lg_breast_cancer_data.txt"), " "), null, null,
                words(leaves.resolve("lg_breast_cancer_data_pred_leaves.txt"))));
        return samples;
    }

    private static List<Sample> generated() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> folders = Files.list(ReferenceBars.file(FOLDER + "/generated"))) {
            for (Path folder : folders.sorted().toList()) {
                List<double[]> rows = rows(folder.resolve("features.csv"), ",");
                samples.add(new Sample(folder.getFileName().toString(), Files.readString(folder.resolve("model.txt")),
                        rows, words(folder.resolve("pred_raw.txt")), words(folder.resolve("pred.txt")),
                        words(folder.resolve("pred_leaf.txt"))));
            }
        }
        return samples;
    }

    private static List<String[]> words(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.split("[\t ]")).toList();
    }

    private static List<double[]> rows(Path file, String separator) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.matches("[A-Za-z].*[,_].*"))
                .map(line -> Arrays.stream(line.split(separator, -1)).mapToDouble(ReferenceModels::number).toArray())
                .toList();
    }

    private static List<double[]> sparse(Path file, int features) throws IOException {
        return Files.readAllLines(file).stream().map(line -> {
            double[] row = new double[features];
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                String[] pair = words[i].split(":");
                row[Integer.parseInt(pair[0])] = Double.parseDouble(pair[1]);
            }
            return row;
        }).toList();
    }

    private static double number(String text) {
        return switch (text) {
            case "", "nan", "NaN" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
