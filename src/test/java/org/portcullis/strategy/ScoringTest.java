package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.strategy.adapter.store.ModelScoring;
import org.slf4j.LoggerFactory;

/** Which score a pattern gets: a model's, or the heuristic one. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScoringTest {

    private static final Path PARAMETERS = Path.of("rules", "strategy", "scoring.yaml");
    private static final String NAMES = "sweepDepthAtr wickRatio closeBackAtr volumeZ takerShare levelAgeLog touches"
            + " bodyAtr efficiency volatilityRank trendAtr sessionSin";
    /** One split of the wick at a half: raw score -1 below, 1 above. */
    private static final String MODEL = "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nmax_feature_idx=11\n"
            + "objective=binary sigmoid:1\nfeature_names=" + NAMES + "\n\nTree=0\nnum_leaves=2\nsplit_feature=1\n"
            + "threshold=0.5\ndecision_type=2\nleft_child=-1\nright_child=-2\nleaf_value=-1 1\n\nend of trees\n";
    private static final double HIGH = 1 / (1 + Math.exp(-1));

    @TempDir
    private Path folder;
    private Path model;
    private Path card;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        model = folder.resolve("scalp.txt");
        card = folder.resolve("scalp.card.json");
        log.start();
        logger().addAppender(log);
        logger().setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @ParameterizedTest(name = "wick {0}, close back {1}, volume {2}, depth {3}, touches {4}, age {5}, trend {6}: {7}")
    @CsvSource({
        "0.5, 0.01, 1.5, 0.05, 2, 20, 0, 100", "0.5, 0.01, 1.5, 0.8, 2, 20, 0, 100",
        "0.49, 0.01, 1.5, 0.05, 2, 20, 0, 75", "0.5, 0, 1.5, 0.05, 2, 20, 0, 80",
        "0.5, 0.01, 1.49, 0.05, 2, 20, 0, 85", "0.5, 0.01, 1.5, 0.049, 2, 20, 0, 85",
        "0.5, 0.01, 1.5, 0.81, 2, 20, 0, 85", "0.5, 0.01, 1.5, 0.05, 1, 20, 0, 90",
        "0.5, 0.01, 1.5, 0.05, 2, 19, 0, 90", "0.5, 0.01, 1.5, 0.05, 2, 20, -0.01, 95",
        "NaN, NaN, NaN, NaN, NaN, NaN, NaN, 0"})
    @DisplayName("S3-11 the heuristic score adds points on the threshold and none one step short of it")
    void the_heuristic_score_adds_points(double wick, double back, double volume, double depth, double touches,
            double age, double trend, double points) {
        Score score = Scoring.heuristic(PARAMETERS).score(new ScalpFeatures(1, depth, wick, back, volume, 0,
                Math.log1p(age), touches, 0, 0, 0, trend, 0));
        assertThat(score.source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(score.model()).isEqualTo("heuristic");
        assertThat(score.probability()).isEqualTo(0.26 + 0.5 * points / 100, within(1e-12));
    }

    @Test
    @DisplayName("S3-11 without a model the heuristic score stands in and this is said once")
    void without_a_model_the_heuristic_score_stands_in_and_this_is_said_once() {
        Scoring scoring = open(false);
        for (int i = 0; i < 3; i++) {
            scoring.refresh();
            assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        }
        assertThat(said()).singleElement().asString().contains("there is no model at").contains("heuristic score");
    }

    @Test
    @DisplayName("S3-10 an accepted model is asked, and one that replaces it is taken at the next refresh")
    void an_accepted_model_is_asked_and_one_that_replaces_it_is_taken_at_the_next_refresh() throws IOException {
        write(MODEL, true, false);
        Scoring scoring = open(false);
        Score first = scoring.score(wick(0.9));
        assertThat(first.source()).isEqualTo(Score.Source.MODEL);
        assertThat(first.probability()).isEqualTo(HIGH, within(1e-15));
        assertThat(first.model()).isEqualTo("scalp@" + ContentHash.hex(MODEL).substring(0, 8));
        assertThat(scoring.score(wick(0.5)).probability()).isEqualTo(1 - HIGH, within(1e-15));

        write(MODEL.replace("leaf_value=-1 1", "leaf_value=0 0"), true, false);
        assertThat(scoring.score(wick(0.9))).isEqualTo(first);
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).probability()).isEqualTo(0.5);
        assertThat(said()).hasSize(2).allMatch(line -> line.contains("are scored by the model scalp@"));
    }

    @Test
    @DisplayName("S3-11 a model that breaks or goes away gives way to the heuristic score, and comes back")
    void a_model_that_breaks_gives_way_to_the_heuristic_score() throws IOException {
        write(MODEL, true, false);
        Scoring scoring = open(false);
        Files.writeString(model, MODEL.substring(0, 200));
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(said().get(1)).contains("refused, line").contains("ends before the end of trees");
        Files.delete(model);
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        write(MODEL, true, false);
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.MODEL);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "sweepDepthAtr wickRatio|wickRatio sweepDepthAtr|its features are [wickRatio, sweepDepthAtr",
        "sessionSin|minuteSin|asked are [sweepDepthAtr, wickRatio",
        "binary sigmoid:1|regression|does not say one probability",
        "binary sigmoid:1|multiclass num_class:1|a choice among one class says nothing"})
    @DisplayName("S3-09 a model with other features, or another kind of answer, is refused with words")
    void a_model_for_something_else_is_refused_with_words(String good, String bad, String message)
            throws IOException {
        write(MODEL.replace(good, bad), true, false);
        assertThat(open(true).score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(said()).singleElement().asString().contains("is refused").contains(message);
    }

    @ParameterizedTest(name = "accepted {0}, demo {1}, trial allowed {2}: {3}")
    @CsvSource({"true,false,false,MODEL", "false,false,false,HEURISTIC", "false,false,true,MODEL",
        "true,true,false,HEURISTIC", "true,true,true,MODEL", "false,true,true,MODEL"})
    @DisplayName("B-S9 a model that its card does not accept is asked on trial only")
    void a_model_that_its_card_does_not_accept_is_asked_on_trial_only(boolean accepted, boolean demo, boolean trial,
            Score.Source source) throws IOException {
        write(MODEL, accepted, demo);
        assertThat(open(trial).score(wick(0.9)).source()).isEqualTo(source);
    }

    @Test
    @DisplayName("B-S9 a card of another model vouches for nothing, not even on trial")
    void a_card_of_another_model_vouches_for_nothing() throws IOException {
        write(MODEL, true, false);
        Files.writeString(model, MODEL.replace("leaf_value=-1 1", "leaf_value=-2 2"));
        assertThat(open(true).score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(said()).singleElement().asString().contains("that of another model");
        Files.writeString(card, "{\"accepted\": tru");
        assertThat(open(false).score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        Files.delete(card);
        assertThat(open(false).score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(open(true).score(wick(0.9)).source()).isEqualTo(Score.Source.MODEL);
    }

    @Test
    @DisplayName("S3-11 a model that can make no number of a row leaves that row to the heuristic score")
    void a_model_that_can_make_no_number_of_a_row_leaves_it_to_the_heuristic_score() throws IOException {
        write(MODEL.replace("leaf_value=-1 1", "leaf_value=-1 1\nis_linear=1\nleaf_const=0 0\nnum_features=2 2\n"
                + "leaf_features=1 2  1 2\nleaf_coeff=1 -1  1 -1"), true, false);
        double infinite = Double.POSITIVE_INFINITY;
        ScalpFeatures features = new ScalpFeatures(1, 0, infinite, infinite, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(open(false).score(features).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(open(false).score(wick(0.9)).source()).isEqualTo(Score.Source.MODEL);
    }

    @Test
    @DisplayName("S3-11 leaves that hold predictions are believed only where they are probabilities")
    void leaves_that_hold_no_probabilities_are_not_asked() throws IOException {
        String forest = MODEL.replace("version=v4", "version=v2\naverage_output");
        write(forest.replace("leaf_value=-1 1", "leaf_value=0.2 5"), true, false);
        assertThat(open(true).score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(said()).singleElement().asString().contains("does not say one probability");
        write(forest.replace("leaf_value=-1 1", "leaf_value=0.2 1"), true, false);
        assertThat(open(true).score(wick(0.9)).probability()).isEqualTo(1);
    }

    @Test
    @DisplayName("S3-11 a model or card that is longer than allowed is not read")
    void a_model_that_is_longer_than_allowed_is_not_read() throws IOException {
        Path file = folder.resolve("scoring.yaml");
        Files.writeString(file, Files.readString(PARAMETERS).replace("{value: 20000000", "{value: 1000"));
        write(MODEL + " ".repeat(1_000 - MODEL.length()), true, false);
        Scoring scoring = Scoring.open(file, List.of(model), false);
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.MODEL);
        write(MODEL + " ".repeat(1_001 - MODEL.length()), true, false);
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        assertThat(said().get(1)).contains("cannot be read", "scalp.txt", "longer than model-bytes-max", "1000 bytes");
        write(MODEL, true, false);
        Files.writeString(card, Files.readString(card) + " ".repeat(1_000));
        scoring.refresh();
        assertThat(scoring.score(wick(0.9)).source()).isEqualTo(Score.Source.HEURISTIC);
        Files.writeString(file, Files.readString(PARAMETERS).replace("{value: 20000000", "{value: 2000.5"));
        assertThatThrownBy(() -> Scoring.heuristic(file)).hasMessageContaining("must be a whole number");
    }

    @Test
    void the_first_place_with_a_model_counts() throws IOException {
        write(MODEL, true, false);
        Scoring scoring = Scoring.open(PARAMETERS, List.of(folder.resolve("mine.txt"), model), false);
        assertThat(scoring.score(wick(0.9)).model()).startsWith("scalp@");
    }

    @Test
    void parameters_that_make_no_sense_together_are_refused() throws IOException {
        Path file = folder.resolve("scoring.yaml");
        Files.writeString(file, Files.readString(PARAMETERS).replace("{value: 0.76", "{value: 0.2"));
        assertThatThrownBy(() -> Scoring.heuristic(file)).hasMessageContaining("at least as high a probability");
        Files.writeString(file, Files.readString(PARAMETERS).replace("trend-atr-min:", "trend-min:"));
        assertThatThrownBy(() -> Scoring.heuristic(file)).hasMessageContaining("trend-atr-min");
    }

    @Test
    void edited_parameters_of_the_heuristic_score_are_taken_at_the_next_refresh() throws IOException {
        Path file = folder.resolve("scoring.yaml");
        Files.copy(PARAMETERS, file);
        Scoring scoring = Scoring.open(file, List.of(model), false);
        Files.writeString(file, Files.readString(file).replace("{value: 0.26", "{value: 0.3"));
        scoring.refresh();
        assertThat(scoring.score(wick(Double.NaN)).probability()).isEqualTo(0.3, within(1e-12));
        Files.writeString(file, Files.readString(file).replace("{value: 0.76", "{value: 0.1"));
        scoring.refresh();
        assertThat(scoring.score(wick(Double.NaN)).probability()).isEqualTo(0.3, within(1e-12));
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ModelScoring.class);
    }

    private Scoring open(boolean trialAllowed) {
        return Scoring.open(PARAMETERS, List.of(model), trialAllowed);
    }

    private void write(String text, boolean accepted, boolean demo) throws IOException {
        Files.writeString(model, text);
        Files.writeString(card, "{\"modelHash\": \"" + ContentHash.hex(text) + "\", \"accepted\": " + accepted
                + ", \"demo\": " + demo + "}");
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static ScalpFeatures wick(double wick) {
        double nan = Double.NaN;
        return new ScalpFeatures(1, nan, wick, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan);
    }
}
