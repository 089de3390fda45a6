package org.portcullis.strategy.domain.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Model files that were cut off or damaged: refused in words, or scored, never anything else. */
@DisplayName("S3-11 a damaged model is refused, never a crash")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrokenModelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MUTATIONS = 150;
    private static final int CUTS = 60;
    private static final long SEED = Long.getLong("seed", 42);

    @Test
    void no_cut_before_the_end_of_the_trees_is_taken_for_a_model() throws IOException {
        for (String text : texts()) {
            int end = text.indexOf("end of trees");
            Random random = new Random(SEED);
            for (int i = 0; i < CUTS; i++) {
                int cut = i < 3 ? end - i : random.nextInt(end);
                assertThat(outcome(text.substring(0, cut))).as("seed %d, cut at %d", SEED, cut)
                        .startsWith("refused: line ");
            }
        }
    }

    @Test
    void a_damaged_text_is_refused_or_scored_and_nothing_else() throws IOException {
        int refused = 0;
        int scored = 0;
        for (String text : texts()) {
            Random random = new Random(SEED);
            for (int i = 0; i < MUTATIONS; i++) {
                String outcome = outcome(damaged(text, random));
                assertThat(outcome).as("seed %d, mutation %d", SEED, i).matches("scored|refused: line \\d+: .+");
                refused += outcome.equals("scored") ? 0 : 1;
                scored += outcome.equals("scored") ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
        assertThat(scored).isPositive();
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>(List.of(SampleText.oneSplit("2", "0.5")));
        try {
            ReferenceModels.all().forEach(sample -> texts.add(sample.text()));
        } catch (TestAbortedException absent) {
            System.out.println(absent.getMessage() + "; the small model alone is damaged");
        }
        return texts;
    }

    private static String outcome(String text) {
        return assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                LightGbmModel model = LightGbmModel.read(text);
                for (double value : new double[] {Double.NaN, 0, -1e300, 1e300, Double.POSITIVE_INFINITY, 3}) {
                    double[] row = new double[model.featureNames().size()];
                    Arrays.fill(row, value);
                    model.predict(row, new double[model.classes()]);
                    model.leaves(row, new int[model.trees()]);
                }
                return "scored";
            } catch (ModelRefused refused) {
                return "refused: " + refused.getMessage();
            }
        });
    }

    /** One to three wounds: a character, a number, a line twice, a line less, a piece moved. */
    private static String damaged(String text, Random random) {
        StringBuilder wounded = new StringBuilder(text);
        for (int wound = random.nextInt(3); wound >= 0; wound--) {
            int end = Math.max(2, wounded.indexOf("end of trees"));
            int at = random.nextInt(end);
            switch (random.nextInt(5)) {
                case 0 -> wounded.setCharAt(at, (char) (random.nextInt(96) + 31));
                case 1 -> wounded.replace(at, at + 1, List.of("-1", "2147483647", "1e999", "nan", "\u0000", " ", "=")
                        .get(random.nextInt(7)));
                case 2 -> wounded.insert(at, wounded.substring(lineStart(wounded, at), at));
                case 3 -> wounded.delete(lineStart(wounded, at), at);
                default -> wounded.insert(at, wounded.substring(0, random.nextInt(Math.min(end, 500))));
            }
        }
        return wounded.toString();
    }

    private static int lineStart(StringBuilder text, int at) {
        return Math.max(0, text.lastIndexOf("\n", at));
    }
}
