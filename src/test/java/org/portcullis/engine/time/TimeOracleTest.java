package org.portcullis.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimeOracleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUICK = Duration.ofMillis(500);
    private static final long NOW_MS = Instant.parse("2026-01-05T14:30:00Z").toEpochMilli();

    private long wallMs = NOW_MS;
    private final TimeOracle oracle = new TimeOracle(() -> Instant.ofEpochMilli(wallMs), 2_000);

    @Test
    @DisplayName("S4-M3 our own time is corrected by what a time server says, with its bound")
    void own_time_is_corrected_by_a_time_server() {
        try (FakeTimeServer server = new FakeTimeServer(Duration.ofMillis(1_234))) {
            NtpSample sample = new SntpClient(List.of(server.address()), PATIENCE, InstantSource.system()).ask()
                    .orElseThrow();
            assertThat(sample.offsetMs()).isEqualTo(1_234, within(sample.boundMs() + 1));
            assertThat(sample.boundMs()).isBetween(0.0, PATIENCE.toMillis() / 2.0);
            oracle.synced(new NtpSample("one", 1_234, 10, 5, NOW_MS));
            assertThat(oracle.nowMs()).isEqualTo(NOW_MS + 1_234);
        }
    }

    @Test
    void of_three_servers_one_that_lies_is_outvoted() {
        try (FakeTimeServer liar = new FakeTimeServer(Duration.ofHours(-5)); FakeTimeServer one =
                new FakeTimeServer(Duration.ofSeconds(100)); FakeTimeServer two =
                new FakeTimeServer(Duration.ofSeconds(120))) {
            SntpClient client = new SntpClient(List.of(liar.address(), one.address(), two.address()), PATIENCE,
                    InstantSource.system());
            assertThat(client.ask().orElseThrow().offsetMs()).isBetween(80_000.0, 140_000.0);
        }
    }

    @Test
    void a_server_that_is_silent_not_in_step_or_answers_another_question_gives_no_time() {
        try (FakeTimeServer silent = new FakeTimeServer(Duration.ZERO, answer -> null); FakeTimeServer unsure =
                new FakeTimeServer(Duration.ZERO, answer -> answer.put(1, (byte) 0)); FakeTimeServer other =
                new FakeTimeServer(Duration.ZERO, answer -> answer.putLong(24, 7))) {
            SntpClient client = new SntpClient(List.of(silent.address(), unsure.address(), other.address(),
                    "no-such-host.invalid"), QUICK, InstantSource.system());
            assertThat(client.ask()).isEmpty();
        }
    }

    @Test
    void stamps_are_read_in_the_era_that_is_near() {
        for (String moment : List.of("1999-12-31T23:59:59.999999999Z", "2026-11-21T10:00:00.123456789Z",
                "2036-02-07T06:28:15.999Z", "2036-02-07T06:28:16Z", "2050-01-01T00:00:00.5Z")) {
            Instant at = Instant.parse(moment);
            assertThat(NtpPacket.time(NtpPacket.stamp(at), at.plusSeconds(86_400)))
                    .isBetween(at.minusNanos(1), at.plusNanos(1));
        }
    }

    @Test
    @DisplayName("S2-D3 time never goes back: after the clock is set back it stands still and says so")
    void time_never_goes_back() {
        assertThat(oracle.nowMs()).isEqualTo(NOW_MS);
        wallMs -= 3_000;
        assertThat(oracle.nowMs()).isEqualTo(NOW_MS);
        assertThat(oracle.drift().heldMs()).isEqualTo(3_000);
        wallMs += 3_001;
        assertThat(oracle.nowMs()).isEqualTo(NOW_MS + 1);
        assertThat(oracle.drift().heldMs()).isZero();
    }

    @Test
    void the_bound_grows_with_the_age_of_the_last_answer_and_is_infinite_without_one() {
        assertThat(oracle.drift().boundMs()).isInfinite();
        oracle.synced(new NtpSample("one", 0, 10, 5, NOW_MS));
        assertThat(oracle.drift().boundMs()).isEqualTo(5);
        wallMs += 1_000_000;
        assertThat(oracle.drift().boundMs()).isEqualTo(5 + 50);
    }

    @Test
    @DisplayName("S4-M3 a venue's clock is told from the quickest of its messages")
    void a_venues_clock_is_told_from_its_quickest_message() {
        Random random = new Random(7);
        VenueClock venue = oracle.venue("binance-usdm");
        for (int i = 0; i < 5_000; i++) {
            long sent = NOW_MS + i * 20L;
            venue.heard(sent, sent - 1_270 + 8 + random.nextInt(500));
        }
        assertThat(venue.differenceMs()).as("clock difference and shortest travel time").isBetween(-1_262L, -1_240L);
        assertThat(venue.ofOwn(NOW_MS)).isEqualTo(NOW_MS - venue.differenceMs());
        assertThat(venue.toOwn(venue.ofOwn(NOW_MS))).isEqualTo(NOW_MS);
        assertThat(oracle.drift().venueMs()).containsOnlyKeys("binance-usdm");
    }

    @Test
    void single_wrong_stamps_move_no_clock() {
        VenueClock venue = oracle.venue("coinbase");
        for (int i = 0; i < 100; i++) {
            venue.heard(NOW_MS + i, NOW_MS + i + 10);
        }
        venue.heard(NOW_MS + 3_600_000, NOW_MS + 110);
        venue.heard(NOW_MS + 1_500, NOW_MS + 111);
        assertThat(venue.differenceMs()).isEqualTo(10);
    }

    @Test
    void stamps_further_ahead_than_is_believed_move_no_clock_however_many_they_are() {
        VenueClock venue = oracle.venue("coinbase");
        for (int i = 0; i < 100; i++) {
            venue.heard(NOW_MS + i, NOW_MS + i + 10);
        }
        for (int i = 0; i < 5; i++) {
            venue.heard(NOW_MS + i + 2_001, NOW_MS + i);
        }
        assertThat(venue.differenceMs()).isEqualTo(10);
        for (int i = 0; i < 3; i++) {
            venue.heard(NOW_MS + i + 2_000, NOW_MS + i);
        }
        assertThat(venue.differenceMs()).as("so far a clock may be ahead").isEqualTo(-2_000);
    }

    @Test
    void a_venues_clock_that_is_set_is_followed_within_the_window() {
        VenueClock venue = oracle.venue("coinbase");
        for (int i = 0; i < 3; i++) {
            venue.heard(NOW_MS, NOW_MS + 10);
        }
        assertThat(venue.differenceMs()).isEqualTo(10);
        for (int second = 1; second <= 320; second++) {
            venue.heard(NOW_MS + second * 1_000L - 700, NOW_MS + second * 1_000L + 10);
        }
        assertThat(venue.differenceMs()).isEqualTo(710);
    }

    @Test
    void a_venue_that_delays_everything_does_not_pass_for_one_with_a_slow_clock() {
        VenueClock venue = oracle.venue("coinbase");
        venue.heard(NOW_MS, NOW_MS + 60_000);
        assertThat(venue.differenceMs()).isEqualTo(2_000);
        assertThat(venue.ofOwn(NOW_MS + 60_000) - NOW_MS).as("age that is left to be seen").isEqualTo(58_000);
    }

    @Test
    @DisplayName("S2-D3 S2-D5 a stamp with its offset is read as UTC")
    void a_stamp_with_its_offset_is_read_as_utc() {
        assertThat(TimeOracle.read("2026-01-05T09:30:00-05:00").toEpochMilli()).isEqualTo(NOW_MS);
        assertThat(TimeOracle.read(" 2026-01-05T14:30:00Z ").toEpochMilli()).isEqualTo(NOW_MS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T14:30:00", "2026-01-05 14:30:00Z", "2026-01-05", "1767623400", "", "now"})
    @DisplayName("S2-D3 S2-D5 a naive stamp is refused")
    void a_naive_stamp_is_refused(String stamp) {
        assertThatThrownBy(() -> TimeOracle.read(stamp)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offset from UTC");
    }
}
