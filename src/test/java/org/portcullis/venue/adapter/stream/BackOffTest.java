package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.time.Jitter;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackOffTest {

    private static final long SECOND = 1_000_000_000L;

    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30), Jitter.seeded(7));

    @Test
    @DisplayName("S2-REQ-CB1 a wait is random(0, min(30 s, base x 2^attempt)), each bound doubled up to the largest")
    void a_wait_is_full_jitter_under_a_doubled_bound() {
        assertThat(LongStream.range(0, 8).map(attempt -> backOff.capNanos((int) attempt) / 1_000_000))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
        for (int attempt = 0; attempt < 8; attempt++) {
            long cap = backOff.capNanos(attempt);
            int at = attempt;
            long[] waits = LongStream.range(0, 2_000).map(i -> backOff.nanos(at)).toArray();
            assertThat(LongStream.of(waits).min().orElseThrow()).isBetween(0L, cap / 50);
            assertThat(LongStream.of(waits).max().orElseThrow()).isBetween(cap - cap / 50, cap);
            assertThat((long) LongStream.of(waits).average().orElseThrow()).isBetween(cap * 45 / 100, cap * 55 / 100);
        }
    }

    @Test
    void the_thousandth_attempt_still_has_a_bound() {
        assertThat(backOff.capNanos(1_000)).isEqualTo(30 * SECOND);
        assertThat(backOff.capNanos(Integer.MAX_VALUE)).isEqualTo(30 * SECOND);
        assertThat(new BackOff(Duration.ZERO, Duration.ZERO, Jitter.seeded(1)).nanos(5)).isZero();
    }

    @Test
    void the_same_seed_waits_the_same() {
        BackOff other = new BackOff(backOff.base(), backOff.max(), Jitter.seeded(7));
        for (int i = 0; i < 100; i++) {
            assertThat(other.nanos(i)).isEqualTo(backOff.nanos(i));
        }
    }

    @Test
    void a_budget_lets_so_many_through_in_any_minute() {
        ConnectBudget budget = new ConnectBudget(3);
        for (int i = 0; i < 3; i++) {
            assertThat(budget.take(i * SECOND)).isTrue();
        }
        assertThat(budget.take(60 * SECOND - 1)).isFalse();
        assertThat(budget.take(60 * SECOND)).isTrue();
        assertThat(budget.take(60 * SECOND)).isFalse();
        assertThat(budget.take(61 * SECOND)).isTrue();
    }
}
