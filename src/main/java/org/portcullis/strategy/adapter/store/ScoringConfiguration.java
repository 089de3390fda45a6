package org.portcullis.strategy.adapter.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.portcullis.engine.time.Background;
import org.portcullis.strategy.Scoring;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the scoring of patterns: a model of the home folder, else the shipped one, else the heuristic score. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(2);

    @Bean
    Scoring scoring(@Value("${portcullis.rules-path}") Path rules, @Value("${portcullis.home}") Path home,
            @Value("${portcullis.strategy.model:lgbm_smc}") String model,
            @Value("${portcullis.strategy.model-trial-allowed:false}") boolean trialAllowed, Background background) {
        Scoring scoring = Scoring.open(rules.resolve("strategy").resolve("scoring.yaml"),
                List.of(home.resolve("models").resolve(model + ".txt"), rules.resolve("models").resolve("demo.txt")),
                trialAllowed);
        background.every(LOOK, "model-watch", scoring::refresh);
        return scoring;
    }
}
