package org.portcullis.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.route.Json;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.Scoring;

/** The model in the repository and its card. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedModelTest {

    private static final Path MODEL = Path.of("rules", "models", "demo.txt");
    private static final Path SCORING = Path.of("rules", "strategy", "scoring.yaml");
    private static final long BYTES_MAX = 200_000;
    private static final ScalpFeatures PATTERN = new ScalpFeatures(1, 0.3, 0.6, 0.2, 2, 0.1, 3, 2, 0.5, 0.4, 0.5, 1, 0);

    @Test
    @DisplayName("S1-32 the shipped model is small, belongs to its card and says that it is for demonstration")
    void the_shipped_model_is_small_belongs_to_its_card_and_says_what_it_is() throws IOException {
        ModelCard card = Json.read(Files.readString(MODEL.resolveSibling("demo.card.json")), ModelCard.class);
        assertThat(Files.size(MODEL)).isLessThan(BYTES_MAX);
        assertThat(card.modelHash()).isEqualTo(ContentHash.hex(Files.readString(MODEL)));
        assertThat(card.demo()).isTrue();
        assertThat(card.featureNames()).isEqualTo(ModelTraining.featureNames());
        assertThat(card.parity()).isLessThanOrEqualTo(1e-9);
        assertThat(card.terms()).as("terms of training were edited; make the model anew as docs/models.md says")
                .isEqualTo(SampleTerms.shipped().numbers().numbers());
        assertThat(Files.readString(MODEL.resolveSibling("demo.card.md"))).contains("learned from generated data",
                card.modelHash());
    }

    @Test
    @DisplayName("S3-10 what a model foretells is what is traded: stops and targets lie where the labels had them")
    void the_scalper_trades_the_barriers_that_models_are_trained_on() throws IOException {
        PackParameters traded = PackParameters.read(Path.of("rules", "strategy", "smc-scalper", "strategy.yaml"));
        ModelCard card = Json.read(Files.readString(MODEL.resolveSibling("demo.card.json")), ModelCard.class);
        for (Map<String, Double> terms : List.of(SampleTerms.shipped().numbers().numbers(), card.terms())) {
            double risk = terms.get("risk-atr");
            assertThat(traded.number("stop-atr")).isEqualTo(risk * terms.get("stop-risk"));
            assertThat(traded.number("target-atr")).isEqualTo(risk * terms.get("target-risk"));
        }
    }

    @Test
    @DisplayName("S3-12 the shipped model is asked on trial, and in earnest the heuristic score stands in")
    void the_shipped_model_is_asked_on_trial_only() {
        assertThat(Scoring.open(SCORING, List.of(MODEL), true).score(PATTERN).source()).isEqualTo(Score.Source.MODEL);
        assertThat(Scoring.open(SCORING, List.of(MODEL), false).score(PATTERN).source())
                .isEqualTo(Score.Source.HEURISTIC);
    }
}
