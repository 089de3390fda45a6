package org.portcullis.operations.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.market.Universe;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertLimits;
import org.portcullis.operations.alert.AlertStore;
import org.portcullis.operations.alert.Severity;
import org.portcullis.risk.KillSwitch;
import org.portcullis.signal.ExpectedCalls;
import org.portcullis.signal.adapter.HeardSources;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamHealth.State;

/** What the rounds see without being told: the kill file, silent sources and streams, an empty universe. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AlertRoundsTest {

    private static final long START_MS = Instant.parse("2026-03-02T09:30:00Z").toEpochMilli();
    private static final AlertLimits LIMITS =
            new AlertLimits(Duration.ofSeconds(60), Duration.ofMinutes(2), Duration.ofSeconds(15));

    @TempDir
    private Path home;

    private final AtomicLong nowMs = new AtomicLong(START_MS);
    private final List<StreamHealth> streams = new ArrayList<>();
    private final AtomicReference<@Nullable Universe> universe = new AtomicReference<>();
    private final NoStore store = new NoStore();
    private final AlertDesk alerts = new AlertDesk(store, () -> LIMITS, this::now);
    private final HeardSources sources = new HeardSources(() -> Map.of("tv1",
            new ExpectedCalls("tv1", Duration.ofMinutes(15), "always", "heartbeat")), name -> Optional.empty(),
            START_MS);
    private KillSwitch kill;
    private AlertRounds rounds;

    @BeforeEach
    void begin() {
        kill = KillSwitch.inHome(home, Json.shared(), this::now);
        rounds = new AlertRounds(alerts, new AlertRounds.Parts(kill, sources, () -> streams, universe::get,
                () -> LIMITS, this::now, this::now));
        kill.onChange(rounds::kill);
    }

    @Test
    @DisplayName("S2-K3: the kill is a critical alert with who and why, and ends with who re-armed")
    void a_kill_is_an_alert_until_it_is_rearmed() {
        kill.throwSwitch("ada", "odd fills");
        assertThat(only(AlertCode.KILL_SWITCH).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(only(AlertCode.KILL_SWITCH).text()).isEqualTo("trading was stopped by ada: odd fills");
        rounds.round();
        assertThat(only(AlertCode.KILL_SWITCH).count()).as("looking again changes nothing").isOne();
        nowMs.addAndGet(1_000);
        kill.rearm("bob", "fills explained");
        assertThat(closed()).isEqualTo(new Alert.Note("bob", now(), "fills explained"));
    }

    @Test
    @DisplayName("S2-K3: who re-armed from another process is known, and a file removed by hand says so")
    void another_process_rearms() throws IOException {
        KillSwitch other = KillSwitch.inHome(home, Json.shared(), this::now);
        other.throwSwitch("ada", "odd fills");
        rounds.round();
        nowMs.addAndGet(1_000);
        other.rearm("bob", "explained");
        rounds.round();
        assertThat(closed().by()).isEqualTo("bob");
        nowMs.addAndGet(1_000);
        other.throwSwitch("ada", "again");
        rounds.round();
        Files.delete(home.resolve("KILL_SWITCH"));
        rounds.round();
        assertThat(closed().by()).isEqualTo("unknown");
        assertThat(closed().text()).contains("removed by hand");
    }

    @Test
    @DisplayName("B-D10: a silent source is an alert one millisecond over its limit, ended by its next call")
    void a_silent_source_is_an_alert() {
        nowMs.addAndGet(Duration.ofMinutes(15).toMillis());
        rounds.round();
        assertThat(alerts.open()).isEmpty();
        nowMs.incrementAndGet();
        rounds.round();
        assertThat(only(AlertCode.WEBHOOK_SILENT).subject()).isEqualTo("tv1");
        assertThat(only(AlertCode.WEBHOOK_SILENT).text()).contains("15 min 0 s").contains("heartbeat");
        sources.called("tv1", nowMs.get());
        rounds.round();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    @DisplayName("B-D10: a source that was silent before a restart stays an alert until it calls")
    void a_restart_does_not_end_a_silence() {
        nowMs.addAndGet(Duration.ofMinutes(16).toMillis());
        rounds.round();
        HeardSources fresh = new HeardSources(() -> Map.of("tv1",
                new ExpectedCalls("tv1", Duration.ofMinutes(15), "always", "heartbeat")), name -> Optional.empty(),
                nowMs.get());
        AlertRounds restarted = new AlertRounds(alerts, new AlertRounds.Parts(kill, fresh, () -> streams,
                universe::get, () -> LIMITS, this::now, this::now));
        restarted.round();
        assertThat(only(AlertCode.WEBHOOK_SILENT)).isNotNull();
        fresh.called("tv1", nowMs.get());
        restarted.round();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    @DisplayName("S2-A1: a stream that is open and brings nothing is an alert, on the limit and one step over it")
    void a_silent_stream_is_an_alert() {
        streams.add(stream(State.LIVE, START_MS, START_MS));
        nowMs.addAndGet(15_000);
        rounds.round();
        assertThat(alerts.open()).isEmpty();
        nowMs.incrementAndGet();
        rounds.round();
        assertThat(only(AlertCode.STREAM_SILENT).subject()).isEqualTo("binance-usdm/market/1");
        streams.set(0, stream(State.LIVE, START_MS, nowMs.get()));
        rounds.round();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    void a_stream_that_never_comes_back_is_silent_since_its_last_frame_and_one_that_has_ended_is_not() {
        streams.add(stream(State.WAITING, START_MS + 14_000, START_MS));
        nowMs.addAndGet(15_001);
        rounds.round();
        assertThat(only(AlertCode.STREAM_SILENT).text()).contains("is waiting");
        streams.set(0, stream(State.STOPPED, START_MS, START_MS));
        rounds.round();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    void a_universe_that_was_never_judged_or_is_not_asked_is_no_alert() {
        universe.set(Universe.none(START_MS));
        rounds.round();
        universe.set(null);
        rounds.round();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-K1: what fails in a round does not keep the kill from being seen")
    void one_part_that_fails_hides_no_other() throws IOException {
        AlertRounds broken = new AlertRounds(alerts, new AlertRounds.Parts(kill, sources, () -> {
            throw new IllegalStateException("streams are broken");
        }, universe::get, () -> LIMITS, this::now, this::now));
        Files.createFile(home.resolve("KILL_SWITCH"));
        broken.round();
        assertThat(only(AlertCode.KILL_SWITCH)).isNotNull();
    }

    private Alert only(AlertCode code) {
        assertThat(alerts.open()).hasSize(1);
        assertThat(alerts.open().get(0).code()).isEqualTo(code);
        return alerts.open().get(0);
    }

    private Alert.Note closed() {
        assertThat(alerts.open()).isEmpty();
        alerts.write();
        return store.written.get(store.written.size() - 1).closed();
    }

    private static StreamHealth stream(State state, long sinceMs, long lastFrameMs) {
        return new StreamHealth("binance-usdm/market/1", 50, state, sinceMs, lastFrameMs, 1, 1, 0, 0, Map.of(), "");
    }

    private Instant now() {
        return Instant.ofEpochMilli(nowMs.get());
    }

    /** Remembers what was written. */
    private static final class NoStore implements AlertStore {

        private final List<Alert> written = new ArrayList<>();

        @Override
        public void keep(List<Alert> alerts) {
            written.addAll(alerts);
        }

        @Override
        public List<Alert> open() {
            return List.of();
        }

        @Override
        public List<Alert> closed(int max) {
            return List.of();
        }

        @Override
        public List<Alert> closed(AlertCode code, int max) {
            return List.of();
        }
    }
}
