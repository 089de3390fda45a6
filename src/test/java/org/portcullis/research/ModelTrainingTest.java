package org.portcullis.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.adapter.lightgbm.NativeLibraryHere;
import org.portcullis.research.adapter.lightgbm.NativeTrainer;
import org.portcullis.research.domain.training.LabelledRow;
import org.portcullis.research.domain.training.LabelledRow.Outcome;
import org.portcullis.research.domain.training.TestedRows;
import org.portcullis.research.domain.training.WalkForward;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.Scoring;

/** The whole way from bars to a model with a card, over made-up patterns. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelTrainingTest {

    private static final long SEED = Long.getLong("seed", 42);
    private static final Path SCORING = Path.of("rules", "strategy", "scoring.yaml");
    private static final InstrumentCatalogue CATALOGUE =
            InstrumentCatalogue.read(Path.of("rules", "instruments.yaml"));
    private static final int MINUTES = 4_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void the_library_is_there() {
        NativeLibraryHere.require();
    }

    @Test
    @DisplayName("B-S9 a model that knows something is accepted, and scoring asks it")
    void a_model_that_knows_something_is_accepted_and_scoring_asks_it() throws IOException {
        Path output = folder.resolve("models").resolve("knows.txt");
        ModelCard card = new ModelTraining(withoutFees(), SampleTerms.shipped(), SCORING,
                new SamplePatterns(true, SEED), trainer()).run(plan(output), step -> { });

        assertThat(card.refusals()).isEmpty();
        assertThat(card.accepted()).isTrue();
        assertThat(card.model().auc()).isGreaterThan(0.8);
        assertThat(card.heuristic().auc()).isEqualTo(0.5, within(0.06));
        assertThat(card.parity()).isLessThanOrEqualTo(1e-9);
        assertThat(card.model().rows()).isEqualTo(card.folds().stream().mapToInt(ModelCard.Fold::tested).sum());
        assertThat(card.demo()).as("it learned from generated data").isTrue();
        assertThat(card.modelHash()).isEqualTo(ContentHash.hex(Files.readString(output)));
        Path json = output.resolveSibling("knows.card.json");
        assertThat(Json.read(Files.readString(json), ModelCard.class)).isEqualTo(card);
        assertThat(Files.readString(output.resolveSibling("knows.card.md"))).contains("# Model knows",
                "**Accepted**", "generated data", "| AUC |", card.span().barsHash());

        ScalpFeatures features = new ScalpFeatures(1, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0);
        assertThat(Scoring.open(SCORING, List.of(output), false).score(features).source())
                .as("a demo is not asked in earnest").isEqualTo(Score.Source.HEURISTIC);
        Score score = Scoring.open(SCORING, List.of(output), true).score(features);
        assertThat(score.source()).isEqualTo(Score.Source.MODEL);
        assertThat(score.probability()).as("the move that it learned to like").isGreaterThan(0.5);
    }

    @Test
    @DisplayName("B-S9 a model that learned from noise is written, and its card does not accept it")
    void a_model_that_learned_from_noise_is_written_and_not_accepted() throws IOException {
        Path output = folder.resolve("noise.txt");
        ModelCard card = training(false, SampleTerms.shipped()).run(plan(output), step -> { });
        assertThat(card.accepted()).isFalse();
        assertThat(card.refusals()).isNotEmpty();
        assertThat(card.model().auc()).isEqualTo(0.5, within(0.06));
        assertThat(output).exists();
        assertThat(Files.readString(folder.resolve("noise.card.md"))).contains("**Not accepted**",
                card.refusals().get(0));
    }

    @Test
    @DisplayName("S1-32 the same bars and seed give the same model and the same card, byte for byte")
    void the_same_bars_and_seed_give_the_same_model_and_card() throws IOException {
        for (String copy : List.of("a", "b")) {
            training(true, SampleTerms.shipped()).run(plan(folder.resolve(copy).resolve("m.txt")), step -> { });
        }
        for (String file : List.of("m.txt", "m.card.json", "m.card.md")) {
            assertThat(folder.resolve("a").resolve(file)).hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
    }

    @Test
    @DisplayName("B-S9 shuffled labels teach nothing: no row of the test leaks into training")
    void shuffled_labels_teach_nothing() {
        Random random = new Random(SEED);
        List<Outcome> outcomes = new ArrayList<>();
        List<ScalpFeatures> features = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            double told = random.nextGaussian();
            features.add(new ScalpFeatures(1, told, random.nextDouble(), 0, 0, 0, 0, 0, 0, 0, 0, 0, i % 1440));
            boolean win = told + random.nextGaussian() / 2 > 0;
            outcomes.add(new Outcome(win, win ? 2 : -1));
        }
        assertThat(auc(features, outcomes)).as("seed %d, labels in place", SEED).isGreaterThan(0.9);
        Collections.shuffle(outcomes, random);
        assertThat(auc(features, outcomes)).as("seed %d, labels shuffled", SEED).isEqualTo(0.5, within(0.03));
    }

    @Test
    void too_few_patterns_and_patterns_of_one_kind_are_refused_with_what_to_do() {
        TrainingPlan small = new TrainingPlan(null, 60, Set.of(), SEED, folder.resolve("m.txt"));
        assertThatThrownBy(() -> training(false, SampleTerms.shipped()).run(small, step -> { }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("only \\d+ patterns got a label, at least 300 are needed.*");
        assertThatThrownBy(() -> training(false, SampleTerms.with("target-risk", 1e12)).run(plan(
                folder.resolve("m.txt")), step -> { })).hasMessageContaining("nothing to tell apart");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void only_the_chosen_symbols_teach() {
        TrainingPlan plan = new TrainingPlan(null, MINUTES, Set.of(new InstrumentId("SOLUSDT")), SEED,
                folder.resolve("sol.txt"));
        ModelCard card = training(false, SampleTerms.shipped()).run(plan, step -> { });
        assertThat(card.span().symbols()).containsExactly("SOLUSDT");
        assertThat(card.span().bars()).isLessThanOrEqualTo(MINUTES);
    }

    @Test
    void a_plan_has_one_source_and_a_text_file() {
        assertThatThrownBy(() -> new TrainingPlan(null, 0, Set.of(), 1, folder.resolve("m.txt")))
                .hasMessageContaining("either bars");
        assertThatThrownBy(() -> new TrainingPlan(folder, 5, Set.of(), 1, folder.resolve("m.txt")))
                .hasMessageContaining("either bars");
        assertThatThrownBy(() -> new TrainingPlan(folder, 0, Set.of(), 1, folder.resolve("m.bin")))
                .hasMessageContaining("ends in .txt");
    }

    private static double auc(List<ScalpFeatures> features, List<Outcome> outcomes) {
        List<LabelledRow> rows = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            rows.add(new LabelledRow(new InstrumentId("BTCUSDT"), i * 60_000L, (i + 24) * 60_000L, features.get(i),
                    outcomes.get(i)));
        }
        TrainingTerms terms = SampleTerms.shipped();
        WalkForward.Tested tested = new WalkForward(rows, trainer(), terms, SEED).walk(step -> { });
        return new TestedRows(tested.rows(), List.of(), terms, SEED).measure(tested.said()).auc();
    }

    private static TrainingPlan plan(Path output) {
        return new TrainingPlan(null, MINUTES, Set.of(), SEED, output);
    }

    private static ModelTraining training(boolean foresight, TrainingTerms terms) {
        return new ModelTraining(CATALOGUE, terms, SCORING, new SamplePatterns(foresight, SEED), trainer());
    }

    /** Fees would eat what a move of a few minutes can earn. */
    private static InstrumentCatalogue withoutFees() {
        Map<InstrumentId, Instrument> free = new HashMap<>();
        CATALOGUE.instruments().forEach((id, listed) -> free.put(id, new Instrument(id, listed.venue(),
                listed.baseCurrency(), listed.quoteCurrency(), listed.tickE8(), listed.lotE8(),
                listed.minimumQuantityE8(), listed.minimumNotionalE8(), listed.multiplierE8(), 0, 0)));
        return InstrumentCatalogue.of(free);
    }

    private static Trainer trainer() {
        return new NativeTrainer(ModelTraining.featureNames());
    }
}
