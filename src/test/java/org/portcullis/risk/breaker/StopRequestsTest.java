package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StopRequestsTest {

    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    private Path home;
    private final List<StopRequest> taken = new ArrayList<>();

    private static StopRequest request(Scope scope, Rung rung, Instant at) {
        return new StopRequest(scope, rung, "rita", "odd prints", at);
    }

    @Test
    @DisplayName("B-R13: a stop of one venue, strategy or symbol is a file, taken once, the oldest first, "
            + "also by the next start")
    void a_stop_is_taken_once() throws IOException {
        StopRequest venue = request(Scope.venue("binance-spot"), Rung.FLATTEN, AT.plusMillis(1));
        StopRequest strategy = request(Scope.strategy("momentum-core"), Rung.REDUCE_ONLY, AT);
        StopRequests.inHome(home).take(taken::add);
        assertThat(taken).isEmpty();
        StopRequests.inHome(home).ask(venue);
        StopRequests.inHome(home).ask(strategy);
        StopRequests.inHome(home).take(taken::add);
        StopRequests.inHome(home).take(taken::add);
        assertThat(taken).containsExactly(strategy, venue);
        try (var files = Files.list(home.resolve("stops"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    @DisplayName("B-R13: a stop that could not be kept stays and is taken at the next look")
    void a_stop_that_could_not_be_kept_stays() {
        StopRequests stops = StopRequests.inHome(home);
        stops.ask(request(Scope.venue("tradovate"), Rung.REDUCE_ONLY, AT));
        assertThatThrownBy(() -> stops.take(asked -> {
            throw new IllegalStateException("no database");
        })).isInstanceOf(IllegalStateException.class);
        stops.take(taken::add);
        assertThat(taken).hasSize(1);
    }

    @Test
    @DisplayName("B-R13: a stop that nobody can read stops everything")
    void a_stop_that_nobody_can_read_stops_everything() throws IOException {
        Files.createDirectories(home.resolve("stops"));
        Files.writeString(home.resolve("stops").resolve("1.json"), "{\"scope\": \"PLANET\"}");
        Files.writeString(home.resolve("stops").resolve("2.json"), "stop it");
        Files.writeString(home.resolve("stops").resolve("3.json.draft"), "half of");
        StopRequests.inHome(home).take(taken::add);
        assertThat(taken).hasSize(2).allSatisfy(stop -> {
            assertThat(stop.scope()).isEqualTo(Scope.GLOBAL);
            assertThat(stop.rung()).isEqualTo(Rung.REDUCE_ONLY);
        });
    }

    @Test
    void a_stop_needs_a_person_a_reason_and_a_rung_that_stops() {
        assertThatThrownBy(() -> new StopRequest(Scope.GLOBAL, Rung.REDUCE_ONLY, " ", "odd", AT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StopRequest(Scope.GLOBAL, Rung.WARN, "rita", "odd", AT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
