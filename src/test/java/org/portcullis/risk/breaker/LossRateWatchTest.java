package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.breaker.BreakerScene.MINUTE;
import static org.portcullis.risk.breaker.BreakerScene.NOON;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.Money;

/** How fast an account loses (B-R8): 2 % of equity within a quarter of an hour, as shipped. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LossRateWatchTest {

    private final BreakerScene scene = new BreakerScene(PolicyBook.open(Path.of("rules/policy.yaml"),
            "conservative"));
    private final TreeMap<Long, Money> tape = new TreeMap<>();
    private final EquityTape kept = (account, fromMs) -> Optional.ofNullable(tape.floorEntry(fromMs))
            .map(entry -> entry.getKey()).or(() -> Optional.of(fromMs))
            .flatMap(first -> tape.tailMap(first).values().stream().max(Money::compareTo));

    private void worth(String equity, long atMs) {
        tape.put(atMs, Money.of(equity));
        new LossRateWatch(kept, scene.restarted(), scene.policies)
                .marked(new EquityMarked(scene.account, Money.of(equity), atMs));
    }

    @Test
    @DisplayName("B-R8: equity, open positions included, that falls by 2 % within the window trips; a step less "
            + "does not")
    void a_fall_of_the_limit_within_the_window_trips() {
        worth("10000", NOON);
        worth("9900", NOON + 5 * MINUTE);
        worth("9800.01", NOON + 10 * MINUTE);
        assertThat(scene.tripped(NOON + 10 * MINUTE)).isEmpty();
        worth("9800", NOON + 15 * MINUTE);
        assertThat(scene.tripped(NOON + 15 * MINUTE)).containsExactly("loss-rate of everything");
        assertThat(scene.breakers.tripped(scene.account, NOON + 15 * MINUTE)).singleElement().satisfies(trip -> {
            assertThat(trip.rung()).isEqualTo(Rung.REDUCE_ONLY);
            assertThat(trip.needsPerson()).isTrue();
        });
    }

    @Test
    @DisplayName("B-R8: the same fall over a longer time is slow enough")
    void a_slow_fall_trips_nothing() {
        worth("10000", NOON);
        worth("9900", NOON + MINUTE);
        worth("9800", NOON + 16 * MINUTE);
        assertThat(scene.tripped(NOON + 16 * MINUTE)).isEmpty();
        worth("9702", NOON + 20 * MINUTE);
        assertThat(scene.tripped(NOON + 20 * MINUTE)).as("2 % of the 9900 that the window began with")
                .containsExactly("loss-rate of everything");
    }

    @Test
    @DisplayName("B-R8: what it fell from counts wherever in the window it was highest, profits not yet taken included")
    void profits_not_yet_taken_count() {
        worth("10000", NOON);
        worth("10300", NOON + 5 * MINUTE);
        worth("10094", NOON + 6 * MINUTE);
        assertThat(scene.tripped(NOON + 6 * MINUTE)).as("206 of 10300").containsExactly("loss-rate of everything");
    }

    @Test
    @DisplayName("B-R8: after a person let it go only what is lost from then on counts, and a profit trips nothing")
    void after_the_rearming_the_count_begins_anew() {
        worth("10000", NOON);
        worth("9700", NOON + MINUTE);
        scene.breakers.rearm(scene.account, Breaker.LOSS_RATE, Scope.GLOBAL, "rita", "the loop is mended",
                NOON + 2 * MINUTE);
        worth("9750", NOON + 3 * MINUTE);
        worth("9556", NOON + 4 * MINUTE);
        assertThat(scene.tripped(NOON + 4 * MINUTE)).as("194 of 9750").isEmpty();
        worth("9555", NOON + 5 * MINUTE);
        assertThat(scene.tripped(NOON + 5 * MINUTE)).containsExactly("loss-rate of everything");
    }

    @Test
    @DisplayName("B-R8: an account that was worth nothing before has lost nothing")
    void the_first_word_trips_nothing() {
        worth("5", NOON);
        assertThat(scene.tripped(NOON)).isEmpty();
    }
}
