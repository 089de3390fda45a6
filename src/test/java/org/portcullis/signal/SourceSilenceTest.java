package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.market.CalendarBook;
import org.portcullis.signal.adapter.HeardSources;
import org.portcullis.signal.adapter.store.SourceFile;

/** How long an expected source may be silent, on the limit and one millisecond over it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceSilenceTest {

    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));
    private static final long MONDAY_MS = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
    private static final long EVERY_MS = Duration.ofMinutes(15).toMillis();

    @TempDir
    private Path folder;

    private final AtomicReference<Map<String, ExpectedCalls>> expected =
            new AtomicReference<>(Map.of("tv1", expected("always")));
    private final HeardSources sources = new HeardSources(expected::get,
            name -> Optional.ofNullable(CALENDARS.calendars().get(name)), MONDAY_MS);

    @Test
    @DisplayName("B-D10: before its first call a source has its time from the start, to the millisecond")
    void silence_counts_from_the_start() {
        assertThat(at(MONDAY_MS + EVERY_MS).silent()).isFalse();
        assertThat(at(MONDAY_MS + EVERY_MS).heard()).isFalse();
        assertThat(at(MONDAY_MS + EVERY_MS + 1).silent()).isTrue();
    }

    @Test
    @DisplayName("B-D10: a call begins the time anew, and ends a silence")
    void a_call_begins_it_anew() {
        long lateMs = MONDAY_MS + EVERY_MS + 1;
        sources.called("tv1", lateMs);
        assertThat(at(lateMs).silent()).isFalse();
        assertThat(at(lateMs + EVERY_MS).silent()).isFalse();
        assertThat(at(lateMs + EVERY_MS + 1).silent()).isTrue();
        assertThat(at(lateMs + EVERY_MS + 1).heard()).isTrue();
    }

    @Test
    void an_older_call_that_is_told_later_changes_nothing() {
        sources.called("tv1", MONDAY_MS + 5_000);
        sources.called("tv1", MONDAY_MS + 1_000);
        assertThat(at(MONDAY_MS + 6_000).sinceMs()).isEqualTo(MONDAY_MS + 5_000);
    }

    @Test
    @DisplayName("B-D10: hours in which the market is closed are no silence")
    void closed_hours_do_not_count() {
        expected.set(Map.of("tv1", expected("cme-equity")));
        long fridayCloseMs = CALENDARS.require("cme-equity").nextCloseMs(
                Instant.parse("2026-03-06T18:00:00Z").toEpochMilli());
        long openMs = CALENDARS.require("cme-equity").nextOpenMs(fridayCloseMs);
        assertThat(Duration.ofMillis(openMs - fridayCloseMs)).isGreaterThan(Duration.ofHours(40));
        sources.called("tv1", fridayCloseMs - 60_000);
        assertThat(at(openMs + EVERY_MS - 60_000).silent()).isFalse();
        assertThat(at(openMs + EVERY_MS - 60_000 + 1).silent()).isTrue();
    }

    @Test
    void a_source_that_an_edit_adds_has_its_time_from_the_edit_and_one_that_it_removes_is_gone() {
        expected.set(Map.of());
        assertThat(sources.sources(MONDAY_MS + EVERY_MS)).isEmpty();
        expected.set(Map.of("tv1", expected("always")));
        assertThat(at(MONDAY_MS + 10 * EVERY_MS).silent()).isFalse();
        assertThat(at(MONDAY_MS + 11 * EVERY_MS).silent()).isFalse();
        assertThat(at(MONDAY_MS + 11 * EVERY_MS + 1).silent()).isTrue();
    }

    @Test
    void strangers_are_not_remembered() {
        sources.called("unlisted", MONDAY_MS);
        assertThat(sources.sources(MONDAY_MS)).hasSize(1);
    }

    @Test
    @DisplayName("B-D10: only a call with the secret is a sign of life, whatever became of what it said")
    void only_a_call_with_the_secret_counts() {
        try (HookScene scene = HookScene.open(folder)) {
            assertThat(scene.post("{\"ticker\":\"BTCUSDT\",\"action\":\"buy\",\"key\":\"wrong\"}")).isEqualTo(401);
            assertThat(scene.called).isEmpty();
            assertThat(scene.post(scene.canonical())).isEqualTo(202);
            assertThat(scene.post("{\"broken\":\"" + HookScene.SECRET + "\"")).isEqualTo(400);
            assertThat(scene.called).containsExactly("tv1", "tv1");
        }
    }

    @Test
    void the_shipped_file_expects_nobody() {
        assertThat(SourceFile.read(Path.of("rules/signal/sources.yaml"), CALENDARS.calendars().keySet())).isEmpty();
    }

    @Test
    void a_file_is_read_as_it_is_written() throws IOException {
        assertThat(read("{expect-every: 15min, calendar: cme-equity, meaning: heartbeat}")).containsEntry("tv1",
                new ExpectedCalls("tv1", Duration.ofMinutes(15), "cme-equity", "heartbeat"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{expect-every: 999ms, calendar: always, meaning: m}  | permitted are 1s to 30d",
        "{expect-every: 31d, calendar: always, meaning: m}    | permitted are 1s to 30d",
        "{expect-every: soon, calendar: always, meaning: m}   | not a duration",
        "{expect-every: 15min, calendar: moon, meaning: m}    | there is no calendar moon",
        "{expect-every: 15min, meaning: m}                    | calendar is missing",
        "{expect-every: 15min, calendar: always, meaning: m, colour: red} | unknown key colour"})
    void a_broken_file_is_refused_with_its_line(String entry, String words) {
        assertThatThrownBy(() -> read(entry)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sources.yaml:2: ").hasMessageContaining(words);
    }

    private Map<String, ExpectedCalls> read(String entry) throws IOException {
        Path file = Files.writeString(folder.resolve("sources.yaml"), "sources:\n  tv1: " + entry + "\n");
        return SourceFile.read(file, Set.of("always", "cme-equity"));
    }

    private SourceState at(long nowMs) {
        return sources.sources(nowMs).get(0);
    }

    private static ExpectedCalls expected(String calendar) {
        return new ExpectedCalls("tv1", Duration.ofMillis(EVERY_MS), calendar, "heartbeat");
    }
}
