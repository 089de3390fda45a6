package org.portcullis.research.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.domain.training.LabelledRow.Outcome;

/** What trains has not seen what tests. */
@DisplayName("B-S9 purged walk-forward splits with an embargo")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PurgedSplitsTest {

    private static final long SEED = Long.getLong("seed", 42);
    private static final long MINUTE = Bar.INTERVAL_MS;

    /** If a feature were the label itself, only an overlap of these windows could carry it from test to training. */
    @RepeatedTest(50)
    void no_label_window_of_training_reaches_a_window_of_the_test_or_its_embargo(RepetitionInfo repetition) {
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int embargo = random.nextInt(40);
        List<LabelledRow> rows = rows(random, 50 + random.nextInt(400));
        List<PurgedSplits.Fold> folds = PurgedSplits.of(rows, 2 + random.nextInt(6), embargo);
        int tested = 0;
        for (PurgedSplits.Fold fold : folds) {
            tested += fold.testTo() - fold.testFrom();
            for (int test = fold.testFrom(); test < fold.testTo(); test++) {
                for (int train : fold.train()) {
                    assertThat(train).as("seed %d", seed).isLessThan(fold.testFrom());
                    assertThat(rows.get(train).endMs() + embargo * MINUTE).as("seed %d, %d trains, %d tests", seed,
                            train, test).isLessThanOrEqualTo(rows.get(test).startMs());
                }
            }
            for (int before = 0; before < fold.testFrom(); before++) {
                boolean clean = rows.get(before).endMs() + embargo * MINUTE <= rows.get(fold.testFrom()).startMs();
                int place = before;
                assertThat(java.util.Arrays.stream(fold.train()).anyMatch(train -> train == place))
                        .as("seed %d, row %d", seed, before).isEqualTo(clean);
            }
        }
        assertThat(tested).as("every row after the first part is tested once").isEqualTo(rows.size()
                - folds.get(0).testFrom());
    }

    @Test
    void a_label_that_ends_at_the_embargo_trains_and_one_a_minute_later_is_purged() {
        List<LabelledRow> rows = List.of(row(0, 70), row(1, 71), row(100, 101), row(101, 102));
        PurgedSplits.Fold fold = PurgedSplits.of(rows, 1, 30).get(0);
        assertThat(fold.testFrom()).isEqualTo(2);
        assertThat(fold.train()).containsExactly(0);
        assertThat(fold.purged()).isEqualTo(1);
    }

    private static List<LabelledRow> rows(Random random, int count) {
        List<LabelledRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int start = random.nextInt(count * 3);
            rows.add(row(start, start + 1 + random.nextInt(24)));
        }
        rows.sort(Comparator.comparingLong(LabelledRow::startMs));
        return rows;
    }

    private static LabelledRow row(int startMinute, int endMinute) {
        return new LabelledRow(new InstrumentId("BTCUSDT"), startMinute * MINUTE, endMinute * MINUTE,
                new ScalpFeatures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new Outcome(startMinute % 2 == 0, 0));
    }
}
