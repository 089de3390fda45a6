package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.Price;
import org.portcullis.risk.exit.StrategyExits;
import org.portcullis.strategy.Proposal;

/** Limits that a strategy has of its own, with the real desk, store and rules. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrategyExitsTest {

    @TempDir
    private Path home;
    private ExitScene scene;

    @AfterEach
    void stop() {
        scene.close();
    }

    private void start(String... limits) throws Exception {
        scene = new ExitScene(home, limits);
    }

    @ParameterizedTest(name = "{1} of {2} ms: {3}")
    @DisplayName("S3-15 B-E7: a strategy's own limit closes its position earlier, as it is in force at that bar")
    @CsvSource({"60, 3599999, ''", "60, 3600000, max-hold", "60, 3600001, max-hold", "61, 3600001, ''"})
    void a_strategy_s_own_longest_hold(int minutes, long heldMs, String reason) throws Exception {
        start("risk.exit.stagnation-max: 2h");
        scene.own = new StrategyExits(new TreeMap<>(Map.of("hold-max", "30min")));
        Order entry = scene.bought("96", "120");
        scene.own = new StrategyExits(new TreeMap<>(Map.of("hold-max", minutes + "min")));
        List<Proposal> due = scene.bar(Duration.ofMillis(heldMs), "100.5", "99.5", "100");
        assertThat(due).extracting(exit -> exit.rule().substring("risk.exits.".length()))
                .isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
        if (!due.isEmpty()) {
            assertThat(due.get(0).rulesVersion()).contains(", exits ");
            assertThat(due.get(0).features()).containsEntry("exit.limit", 3_600_000.0);
            assertThat(scene.order(due.get(0)).quantity()).isEqualTo(entry.filled());
        }
    }

    @Test
    @DisplayName("B-E7: a strategy may send its stop to break-even before any part is taken, and name a target in R")
    void a_strategy_s_own_break_even_and_target() throws Exception {
        start();
        scene.own = new StrategyExits(new TreeMap<>(Map.of("break-even-at-r", "0.5", "part-share-pct", "0",
                "target-at-r", "3")));
        scene.bought("96", "0");
        assertThat(scene.guard().target()).isEqualTo(Price.of("112"));
        assertThat(scene.bar("101.99", "100", "101.9")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("96"));
        assertThat(scene.bar("102", "101", "101.9")).isEmpty();
        assertThat(scene.guard().stop()).isEqualTo(Price.of("101.21"));
    }
}
