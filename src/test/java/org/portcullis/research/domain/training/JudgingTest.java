package org.portcullis.research.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.ModelMetrics;
import org.portcullis.research.SampleTerms;
import org.portcullis.research.TrainingTerms;
import org.portcullis.research.domain.training.LabelledRow.Outcome;

/** What probabilities are worth, on rows small enough to count by hand and on many with a known truth. */
@DisplayName("B-S9 judging a model")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JudgingTest {

    private static final long SEED = Long.getLong("seed", 42);
    private static final TrainingTerms TERMS = SampleTerms.shipped();

    @Test
    void the_auc_counts_pairs_and_ties_count_half() {
        boolean[] wins = {true, false, true, false, false};
        // pairs of win and other: (.9: 3 of 3 below), (.4: one below, one equal, one above)
        assertThat(new Ranking(new double[] {0.9, 0.5, 0.4, 0.4, 0.1}, wins).auc())
                .isEqualTo((3 + 1.5) / 6, within(1e-12));
        assertThat(new Ranking(new double[] {1, 1, 1, 1, 1}, wins).auc()).isEqualTo(0.5);
        assertThat(new Ranking(new double[] {1, 2}, new boolean[] {true, true}).auc()).isEqualTo(0.5);
        assertThat(new Ranking(new double[] {0.9, 0.5, 0.4, 0.4, 0.1}, wins).auc(new int[] {0, 1, 2, 1, 1}))
                .as("rows counted as often as told").isEqualTo(1.5 / 3, within(1e-12));
    }

    @Test
    void brier_score_log_loss_trades_and_profit_are_sums_by_hand() {
        ModelMetrics metrics = new TestedRows(List.of(row(1, true, 1.5), row(-1, false, -1.25), row(1, false, -1)),
                List.of(new RandomEntry(0, 1, -5), new RandomEntry(9, -1, -5)), TERMS, SEED)
                .measure(new double[] {0.8, 0.56, 0.55});
        assertThat(metrics.brier()).isEqualTo((0.04 + 0.3136 + 0.3025) / 3, within(1e-12));
        assertThat(metrics.logLoss()).isEqualTo(-(Math.log(0.8) + Math.log(0.44) + Math.log(0.45)) / 3,
                within(1e-12));
        assertThat(metrics.trades()).as("0.55 itself is not traded").isEqualTo(2);
        assertThat(metrics.profitRisk()).isEqualTo(0.25, within(1e-12));
        assertThat(metrics.randomPercentile()).isEqualTo(100);
    }

    @Test
    void honest_probabilities_have_slope_one_and_exaggerated_ones_half_of_it() {
        Random random = new Random(SEED);
        int count = 40_000;
        double[] honest = new double[count];
        double[] exaggerated = new double[count];
        boolean[] wins = new boolean[count];
        for (int i = 0; i < count; i++) {
            double odds = random.nextGaussian();
            honest[i] = 1 / (1 + Math.exp(-odds));
            exaggerated[i] = 1 / (1 + Math.exp(-2 * odds));
            wins[i] = random.nextDouble() < honest[i];
        }
        assertThat(Calibration.of(honest, wins).slope()).isEqualTo(1, within(0.05));
        assertThat(Calibration.of(honest, wins).intercept()).isEqualTo(0, within(0.05));
        assertThat(Calibration.of(exaggerated, wins).slope()).isEqualTo(0.5, within(0.03));
        assertThat(Calibration.deciles(honest, wins)).hasSize(10).allSatisfy(tenth -> {
            assertThat(tenth.rows()).isEqualTo(count / 10);
            assertThat(tenth.happened()).isEqualTo(tenth.said(), within(0.03));
        });
        assertThat(Calibration.of(new double[] {0.5, 0.5}, new boolean[] {true, false}).slope())
                .as("one probability for all has no line").isZero();
    }

    @Test
    void an_advantage_is_one_only_when_luck_cannot_explain_it() {
        Random random = new Random(SEED);
        List<LabelledRow> rows = new ArrayList<>();
        double[] informed = new double[2_000];
        double[] guesses = new double[2_000];
        for (int i = 0; i < informed.length; i++) {
            boolean win = random.nextInt(3) == 0;
            rows.add(row(1, win, win ? 2 : -1));
            informed[i] = random.nextDouble() + (win ? 0.3 : 0);
            guesses[i] = random.nextDouble();
        }
        TestedRows tested = new TestedRows(rows, List.of(), TERMS, SEED);
        assertThat(tested.advantageLow(informed, guesses)).isPositive();
        assertThat(tested.advantageLow(guesses, informed)).isNegative();
        assertThat(tested.advantageLow(guesses, guesses.clone())).isZero();
    }

    @Test
    void luck_is_measured_with_as_many_entries_in_the_same_directions() {
        List<RandomEntry> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            entries.add(new RandomEntry(10, 1, i % 2 == 0 ? 1 : -1));
            entries.add(new RandomEntry(10, -1, -3));
            entries.add(new RandomEntry(9, 1, 1_000));
        }
        RandomBaseline luck = new RandomBaseline(entries, 10, 1_000, SEED);
        assertThat(luck.percentile(100, 0, 0)).as("in the middle of what luck earns").isBetween(38.0, 62.0);
        assertThat(luck.percentile(100, 0, 60)).isEqualTo(100);
        assertThat(luck.percentile(0, 10, -30)).as("equal is not less").isZero();
        assertThat(luck.percentile(0, 10, -29)).isEqualTo(100);
        assertThat(luck.percentile(0, 0, 0)).as("no trades beat nothing").isZero();
    }

    @Test
    void a_model_is_accepted_on_every_limit_and_refused_one_step_beyond_each_with_both_numbers() {
        assertThat(Acceptance.refusals(metrics(0.01, 95), 1e-9, TERMS)).isEmpty();
        assertThat(Acceptance.refusals(metrics(0.01, 95), 0, TERMS)).singleElement().asString()
                .contains("may be 0.0000, must be above 0");
        assertThat(Acceptance.refusals(metrics(0, 95), 1e-9, TERMS)).singleElement().asString()
                .contains("7 trades earn 0.00 R after costs");
        assertThat(Acceptance.refusals(metrics(0.01, 94.9), 1e-9, TERMS)).singleElement().asString()
                .contains("beat 94.9 % of entries at random, must be 95.0 %");
        assertThat(Acceptance.refusals(metrics(Double.NaN, Double.NaN), Double.NaN, TERMS)).hasSize(3);
    }

    private static ModelMetrics metrics(double profit, double percentile) {
        return new ModelMetrics(10, 5, 0.6, 0.2, 0.6, 1, 0, List.of(), 7, profit, percentile);
    }

    private static LabelledRow row(int direction, boolean win, double profit) {
        return new LabelledRow(new InstrumentId("BTCUSDT"), 0, 1,
                new ScalpFeatures(direction, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), new Outcome(win, profit));
    }
}
