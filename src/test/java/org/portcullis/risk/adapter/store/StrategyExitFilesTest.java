package org.portcullis.risk.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.risk.exit.StrategyExits;
import org.portcullis.strategy.PackParameters;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StrategyExitFilesTest {

    private static final String PARAMETERS = """
            parameters:
              stop-atr: {value: 4, min: 0.2, max: 50, unit: average true ranges, meaning: "Distance of the stop."}
            """;

    @TempDir
    private Path rules;
    private Path file;
    private PolicyBook policies;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void folder() throws IOException {
        file = Files.createDirectories(rules.resolve("strategy").resolve("scalper")).resolve("strategy.yaml");
        Files.createDirectories(rules.resolve("strategy").resolve("no-file"));
        policies = PolicyBook.open(Files.copy(Path.of("rules/policy.yaml"), rules.resolve("policy.yaml")),
                "conservative");
    }

    private StrategyExitFiles files(String... exits) throws IOException {
        write(exits);
        return new StrategyExitFiles(rules, policies, (strategy, before, now, hash) ->
                told.add(strategy + " " + before.values() + " " + now.values() + " " + hash));
    }

    private void write(String... exits) throws IOException {
        Files.writeString(file, PARAMETERS + (exits.length == 0 ? "" : "exits:\n  " + String.join("\n  ", exits)
                + "\n"));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @DisplayName("B-E7: what protects may be as the policy or stricter, what takes profit anything within its bounds")
    @CsvSource({
        "hold-max, 2h, ''", "hold-max, 7199999ms, ''", "hold-max, 7200001ms, looser than 2h",
        "hold-max, 59s, smallest permitted is 1min", "hold-max, soon, is not a duration",
        "loss-pct-max, 10, ''", "loss-pct-max, 10.00000001, looser than 10",
        "stagnation-max, 30min, ''", "stagnation-max, 31min, looser than 30min",
        "session-end, 5min, ''", "session-end, 4min, looser than 5min", "session-end, 6min, ''",
        "part-at-r, 100, ''", "part-at-r, 100.1, largest permitted is 100",
        "part-share-pct, 0, ''", "trail, percent, ''", "trail, sideways, must be one of",
        "break-even-at-r, 0.5, ''", "target-at-r, 3, ''",
        "trim-pct-max, 5, is no limit", "stop-max, 5, is no limit"})
    void limits_stay_within_the_policy(String name, String value, String fault) throws IOException {
        if (fault.isEmpty()) {
            assertThat(files(name + ": {value: " + value + "}").of("scalper").values())
                    .isEqualTo(Map.of(name, value));
        } else {
            assertThatThrownBy(() -> files("trail-pct: {value: 2}", name + ": {value: " + value + "}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("strategy.yaml:" + 5 + ": " + name).hasMessageContaining(fault);
        }
    }

    @Test
    void a_strategy_without_exits_or_without_a_file_says_nothing() throws IOException {
        assertThat(files().of("scalper").values()).isEmpty();
        assertThat(files().of("no-file")).isSameAs(StrategyExits.NONE);
        assertThat(files().of("unassigned")).isSameAs(StrategyExits.NONE);
        assertThat(PackParameters.read(file).number("stop-atr")).isEqualTo(4);
    }

    @Test
    @DisplayName("B-E7: an edit counts at once and is told with both sides and another hash; a broken one changes "
            + "nothing")
    void an_edit_counts_and_a_broken_one_does_not() throws IOException {
        StrategyExitFiles files = files("hold-max: {value: 45min, meaning: \"A scalp is over by then.\"}");
        files.refresh();
        assertThat(told).isEmpty();
        write("hold-max: {value: 30min}");
        files.refresh();
        files.refresh();
        assertThat(files.of("scalper").values()).containsEntry("hold-max", "30min");
        assertThat(told).singleElement().asString().startsWith("scalper {hold-max=45min} {hold-max=30min} ")
                .doesNotContain(policies.current().hash());
        write("hold-max: {value: 3h}");
        files.refresh();
        assertThat(files.of("scalper").values()).containsEntry("hold-max", "30min");
        assertThat(PackParameters.read(file).number("stop-atr")).as("parameters are read all the same").isEqualTo(4);
        write();
        files.refresh();
        assertThat(told).hasSize(2).last().asString().endsWith("{} " + policies.current().hash());
    }

    @Test
    void what_could_not_be_told_is_told_at_the_next_look() throws IOException {
        AtomicReference<RuntimeException> broken = new AtomicReference<>(new IllegalStateException("no database"));
        write();
        StrategyExitFiles files = new StrategyExitFiles(rules, policies, (strategy, before, now, hash) -> {
            if (broken.get() != null) {
                throw broken.get();
            }
            told.add(strategy);
        });
        write("hold-max: {value: 30min}");
        assertThatThrownBy(files::refresh).isSameAs(broken.get());
        assertThat(files.of("scalper").values()).as("in force all the same").containsEntry("hold-max", "30min");
        broken.set(null);
        files.refresh();
        assertThat(told).containsExactly("scalper");
    }

    @Test
    @DisplayName("B-E7: a policy that becomes stricter than a strategy's own limit counts")
    void a_stricter_policy_counts() throws IOException {
        StrategyExits own = files("hold-max: {value: 45min}", "part-at-r: {value: 2}").of("scalper");
        assertThat(own.over(policies.current(), "scalper").duration("risk.exit.hold-max")).hasMinutes(45);
        Path policy = policies.file();
        Files.writeString(policy, Files.readString(policy).replaceFirst("(risk.exit.hold-max: .*value: )2h", "$130min")
                .replaceFirst("(risk.exit.stagnation-max: .*value: )30min", "$120min"));
        policies.refresh();
        assertThat(policies.refused()).isEmpty();
        assertThat(own.over(policies.current(), "scalper").duration("risk.exit.hold-max")).hasMinutes(30);
        assertThat(own.over(policies.current(), "scalper").number("risk.exit.part-at-r")).isEqualTo(200_000_000L);
    }
}
