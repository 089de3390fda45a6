package org.portcullis.strategy.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.signal.TradingSignal;

/** How long a signal may wait before nothing is entered on it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalAgeTest {

    private static final long FIRED_MS = 1_733_007_600_000L;

    private final AtomicLong nowMs = new AtomicLong();
    private final SignalAge age = new SignalAge(() -> Instant.ofEpochMilli(nowMs.get()), () -> 30_000);

    @Test
    void a_signal_is_fresh_at_its_limit_and_too_old_one_millisecond_later() {
        nowMs.set(FIRED_MS + 30_000);
        assertThat(age.tooOld(signal(FIRED_MS))).isEmpty();
        nowMs.addAndGet(1);
        assertThat(age.tooOld(signal(FIRED_MS))).contains("30001 ms old, limit 30000 ms");
    }

    @Test
    void the_time_of_the_market_that_it_meets_does_not_count() {
        nowMs.set(FIRED_MS);
        assertThat(age.tooOld(signal(FIRED_MS - 86_400_000L))).as("met in a replay of last year").isEmpty();
    }

    /** @param decidedAtMs time of the market */
    private static TradingSignal signal(long decidedAtMs) {
        return new TradingSignal("s1", "charts", "trend", new InstrumentId("MNQ"), "1", 0, FIRED_MS, decidedAtMs,
                Side.BUY, null, 0, 0, "a1");
    }
}
