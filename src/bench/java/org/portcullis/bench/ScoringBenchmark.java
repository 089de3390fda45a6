package org.portcullis.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.strategy.domain.lightgbm.LightGbmModel;
import org.portcullis.strategy.domain.lightgbm.ModelRefused;

/** One row through a model of 200 trees with 31 leaves each: twelve features, one in ten missing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.SECONDS)
@Measurement(iterations = 5, time = 1, timeUnit = TimeUnit.SECONDS)
public class ScoringBenchmark {

    private static final int TREES = 200;
    private static final int LEAVES = 31;
    private static final int FEATURES = 12;
    private static final int ROWS = 4_096;

    private final SplittableRandom random = new SplittableRandom(42);
    private final double[][] rows = new double[ROWS][FEATURES];
    private LightGbmModel model;
    private String text = "";

    @Setup
    public void grow() throws ModelRefused {
        StringBuilder grown = new StringBuilder("tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\n"
                + "max_feature_idx=11\nobjective=binary sigmoid:1\nfeature_names=a b c d e f g h i j k l\n\n");
        for (int tree = 0; tree < TREES; tree++) {
            grown.append("Tree=").append(tree).append('\n').append(tree());
        }
        text = grown.append("end of trees\n").toString();
        model = LightGbmModel.read(text);
        for (double[] row : rows) {
            for (int i = 0; i < FEATURES; i++) {
                row[i] = random.nextInt(10) == 0 ? Double.NaN : normal();
            }
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double predict() {
        double sum = 0;
        for (double[] row : rows) {
            sum += model.predict(row);
        }
        return sum;
    }

    @Benchmark
    public LightGbmModel readTheText() throws ModelRefused {
        return LightGbmModel.read(text);
    }

    /** Splits a leaf at random again and again, as trees grow that put the best leaf first. */
    private String tree() {
        int[] left = new int[LEAVES - 1];
        int[] right = new int[LEAVES - 1];
        int[] parent = new int[LEAVES];
        for (int node = 0; node < LEAVES - 1; node++) {
            int leaf = random.nextInt(node + 1);
            if (node > 0) {
                if (left[parent[leaf]] == ~leaf) {
                    left[parent[leaf]] = node;
                } else {
                    right[parent[leaf]] = node;
                }
            }
            left[node] = ~leaf;
            right[node] = ~(node + 1);
            parent[leaf] = node;
            parent[node + 1] = node;
        }
        return "num_leaves=" + LEAVES + "\nnum_cat=0\nsplit_feature="
                + words(LEAVES - 1, () -> random.nextInt(FEATURES)) + "\nthreshold=" + words(LEAVES - 1, this::normal)
                + "\ndecision_type=" + words(LEAVES - 1, () -> random.nextBoolean() ? 8 : 10) + "\nleft_child="
                + words(left) + "\nright_child=" + words(right) + "\nleaf_value="
                + words(LEAVES, () -> normal() / TREES) + "\n\n";
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static String words(int count, java.util.function.Supplier<Object> word) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word.get());
        }
        return words.toString();
    }

    private static String words(int[] numbers) {
        StringBuilder words = new StringBuilder();
        for (int number : numbers) {
            words.append(words.length() == 0 ? "" : " ").append(number);
        }
        return words.toString();
    }
}
