package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.breaker.BreakerScene.NOON;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.ClockDrift;

/** Clocks that are off and verdicts that are slow stop entries until it is better (S4-M10). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealthWatchTest {

    private static final long FIVE_MINUTES = 300_000;

    private final BreakerScene scene = new BreakerScene(PolicyBook.open(Path.of("rules/policy.yaml"),
            "conservative"));

    private static ClockDrift clock(double offsetMs, double boundMs, long heldMs, Map<String, Long> venues) {
        return new ClockDrift(true, "time.example", offsetMs, boundMs, NOON, heldMs, venues);
    }

    private void look(ClockDrift drift, OptionalLong p95Micros, long nowMs) {
        new HealthWatch(scene.account, (account, afterMs, least) -> p95Micros, scene.restarted(), scene.policies)
                .look(drift, nowMs);
    }

    @Test
    @DisplayName("S4-M10: a clock that may be wrong by 150 ms is believed, by a millisecond more is not")
    void our_own_clock() {
        look(clock(-140, 10, 0, Map.of()), OptionalLong.empty(), NOON);
        assertThat(scene.tripped(NOON)).isEmpty();
        look(clock(-140, 10.1, 0, Map.of()), OptionalLong.empty(), NOON);
        assertThat(scene.tripped(NOON)).containsExactly("clock-drift of everything");
        look(clock(0, 1, 151, Map.of()), OptionalLong.empty(), NOON + 1000);
        assertThat(scene.tripped(NOON + 1000 + FIVE_MINUTES - 1)).as("it rests from the last look").hasSize(1);
        assertThat(scene.tripped(NOON + 1000 + FIVE_MINUTES)).isEmpty();
    }

    @Test
    @DisplayName("S4-M10: where no time server has answered, nothing is known of our clock")
    void without_an_answer_nothing_is_known() {
        look(new ClockDrift(false, "", 0, Double.POSITIVE_INFINITY, 0, 0, Map.of()), OptionalLong.empty(), NOON);
        assertThat(scene.tripped(NOON)).isEmpty();
        look(clock(0, Double.POSITIVE_INFINITY, 0, Map.of()), OptionalLong.empty(), NOON);
        assertThat(scene.tripped(NOON)).hasSize(1);
    }

    @Test
    @DisplayName("S4-M10: a venue whose clock is off stops alone")
    void a_venue_whose_clock_is_off() {
        look(clock(0, 1, 0, Map.of("coinbase", 2_000L, "binance-usdm", -2_001L)), OptionalLong.empty(), NOON);
        assertThat(scene.tripped(NOON)).containsExactly("clock-drift of venue binance-usdm");
    }

    @Test
    @DisplayName("S3-07 S4-M10: verdicts that take their whole budget pass, a microsecond more stops entries")
    void slow_verdicts() {
        look(clock(0, 1, 0, Map.of()), OptionalLong.of(100_000), NOON);
        assertThat(scene.tripped(NOON)).isEmpty();
        look(clock(0, 1, 0, Map.of()), OptionalLong.of(100_001), NOON);
        assertThat(scene.tripped(NOON)).containsExactly("latency of everything");
        look(clock(0, 1, 0, Map.of()), OptionalLong.of(1), NOON + FIVE_MINUTES);
        assertThat(scene.breakers.history(scene.account, 2)).extracting(BreakerBook.Entry::event)
                .containsExactly(BreakerBook.Event.ENDED, BreakerBook.Event.TRIPPED);
    }
}
