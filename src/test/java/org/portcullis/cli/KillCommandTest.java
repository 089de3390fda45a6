package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.StopRequest;
import org.portcullis.risk.breaker.StopRequests;
import picocli.CommandLine;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KillCommandTest {

    @TempDir
    private Path home;

    private int kill(String... more) {
        List<String> words = new ArrayList<>(List.of("--home", home.toString(), "--reason", "odd prints", "--by",
                "rita"));
        words.addAll(List.of(more));
        return new CommandLine(new KillCommand()).execute(words.toArray(String[]::new));
    }

    private List<StopRequest> asked() {
        List<StopRequest> asked = new ArrayList<>();
        StopRequests.inHome(home).take(asked::add);
        return asked;
    }

    @Test
    @DisplayName("B-R13 S2-K2: kill --scope asks to stop one venue and leaves the kill switch alone")
    void kill_of_a_scope() {
        assertThat(kill("--scope", "venue:binance-spot")).isZero();
        assertThat(kill("--scope", "symbol:BTCUSDT", "--flatten")).isZero();
        assertThat(asked()).extracting(StopRequest::scope, StopRequest::rung).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple(Scope.venue("binance-spot"), Rung.REDUCE_ONLY),
                org.assertj.core.groups.Tuple.tuple(new Scope(Scope.Kind.SYMBOL, "BTCUSDT"), Rung.FLATTEN));
        assertThat(home.resolve("KILL_SWITCH")).doesNotExist();
    }

    @Test
    void a_scope_that_is_none_is_refused_and_nothing_is_written() {
        assertThat(kill("--scope", "planet:earth")).isEqualTo(2);
        assertThat(kill("--scope", "venue:")).isEqualTo(2);
        assertThat(kill("--flatten")).isEqualTo(2);
        assertThat(asked()).isEmpty();
        assertThat(Files.exists(home.resolve("KILL_SWITCH"))).isFalse();
    }

    @Test
    @DisplayName("S2-K2: kill without a scope throws the kill switch")
    void kill_of_everything() {
        assertThat(kill()).isZero();
        assertThat(home.resolve("KILL_SWITCH")).exists();
    }
}
