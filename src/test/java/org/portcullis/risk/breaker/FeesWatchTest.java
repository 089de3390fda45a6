package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;

/** The breaker of fees: what a day of fills costs beside what the account is worth. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeesWatchTest {

    private static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;

    private final BreakerScene scene = new BreakerScene(PolicyBook.open(Path.of("rules/policy.yaml"),
            "conservative"));
    private final TreeMap<Long, Money> fees = new TreeMap<>();
    private final FeeTape kept = (account, fromMs) -> fees.tailMap(fromMs).values().stream()
            .reduce(Money.ZERO, Money::plus);

    /** A fill with that fee, on an account that is worth 10,000 after it. */
    private void fill(String fee, long atMs) {
        fees.put(atMs, Money.of(fee));
        new FeesWatch(kept, scene.restarted(), scene.policies).booked(new ResultBooked(scene.account,
                new InstrumentId("BTCUSDT"), "busy", Money.ZERO, false, Money.of("10000"), atMs));
    }

    @Test
    @DisplayName("B-R3: fees of 5 % of equity within a day trip, over a restart; a step less does not")
    void fees_of_the_limit_trip() {
        fill("300", NOON);
        fill("199.999999", NOON + HOUR);
        assertThat(scene.tripped(NOON + HOUR)).isEmpty();
        fill("0.000001", NOON + 2 * HOUR);
        assertThat(scene.tripped(NOON + 2 * HOUR)).containsExactly("fees of everything");
        assertThat(scene.breakers.tripped(scene.account, NOON + 2 * HOUR)).singleElement()
                .satisfies(trip -> assertThat(trip.rung()).isEqualTo(Rung.BLOCK_ENTRIES));
        assertThat(scene.tripped(NOON + 12 * HOUR)).as("the next day begins anew").isEmpty();
    }

    @Test
    @DisplayName("B-R3: fees of yesterday do not count today, rebates count against them")
    void yesterday_and_rebates() {
        fill("499", NOON);
        fill("499", NOON + 13 * HOUR);
        assertThat(scene.tripped(NOON + 13 * HOUR)).isEmpty();
        fill("-100", NOON + 14 * HOUR);
        fill("100.999999", NOON + 15 * HOUR);
        assertThat(scene.tripped(NOON + 15 * HOUR)).isEmpty();
    }

    @Test
    @DisplayName("B-R3: after a person let it go only fees from then on count")
    void after_the_rearming_the_count_begins_anew() {
        fill("500", NOON);
        scene.breakers.rearm(scene.account, Breaker.FEES, Scope.GLOBAL, "rita", "the strategy is off", NOON + HOUR);
        fill("499.999999", NOON + 2 * HOUR);
        assertThat(scene.tripped(NOON + 2 * HOUR)).isEmpty();
        fill("0.000001", NOON + 3 * HOUR);
        assertThat(scene.tripped(NOON + 3 * HOUR)).containsExactly("fees of everything");
    }
}
