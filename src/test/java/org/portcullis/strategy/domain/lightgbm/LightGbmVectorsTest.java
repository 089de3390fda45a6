package org.portcullis.strategy.domain.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model whose answers LightGBM itself wrote down, row by row. */
@DisplayName("S3-10 LightGBM models scored in Java")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LightGbmVectorsTest {

    /** The last bit of e^x may differ between C libraries and Java. */
    private static final double PROBABILITY = 1e-15;

    @TestFactory
    Stream<DynamicTest> every_row_gets_the_answer_of_lightgbm() throws IOException {
        return ReferenceModels.all().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> compare(sample)));
    }

    private static void compare(ReferenceModels.Sample sample) {
        LightGbmModel model = sample.model();
        double[] scores = new double[model.classes()];
        int[] leaves = new int[model.trees()];
        assertThat(sample.rows()).isNotEmpty();
        for (int i = 0; i < sample.rows().size(); i++) {
            double[] row = sample.rows().get(i);
            String where = sample.name() + ", row " + i;
            if (sample.raw() != null) {
                model.scoreRaw(row, scores);
                assertThat(scores).as(where).containsExactly(numbers(sample.raw().get(i)));
            }
            if (sample.predictions() != null) {
                model.predict(row, scores);
                assertThat(scores).as(where).containsExactly(numbers(sample.predictions().get(i)),
                        within(PROBABILITY));
            }
            if (sample.leaves() != null) {
                model.leaves(row, leaves);
                assertThat(leaves).as(where).containsExactly(
                        Stream.of(sample.leaves().get(i)).mapToInt(Integer::parseInt).toArray());
            }
            oneScoreIsTheFirstOfAll(model, row, scores);
        }
    }

    private static void oneScoreIsTheFirstOfAll(LightGbmModel model, double[] row, double[] scores) {
        if (model.classes() == 1) {
            model.predict(row, scores);
            assertThat(model.predict(row)).isEqualTo(scores[0]);
            model.scoreRaw(row, scores);
            assertThat(model.scoreRaw(row)).isEqualTo(scores[0]);
        }
    }

    private static double[] numbers(String[] words) {
        return IntStream.range(0, words.length).mapToDouble(i -> Double.parseDouble(words[i])).toArray();
    }
}
