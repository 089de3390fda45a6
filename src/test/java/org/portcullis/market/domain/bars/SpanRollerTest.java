package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.market.Bar;
import org.portcullis.market.BarSpan;
import org.portcullis.market.SpanBar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SpanRollerTest {

    private static final long MIDNIGHT = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    @ParameterizedTest
    @EnumSource(BarSpan.class)
    @DisplayName("S2-D3 B-D2 every window begins at a whole multiple of its span, UTC, and closes with its last minute")
    void windows_are_whole_multiples(BarSpan span) {
        SpanRoller roller = new SpanRoller(span);
        List<SpanBar> closed = new ArrayList<>();
        for (int minute = 0; minute < 2 * 1_440; minute++) {
            List<SpanBar> now = roller.take(minute(minute, 100 + minute));
            assertThat(now).hasSize((minute + 1) % span.minutes() == 0 ? 1 : 0);
            closed.addAll(now);
        }
        assertThat(closed).hasSize(2 * 1_440 / span.minutes()).allMatch(SpanBar::whole)
                .allMatch(bar -> bar.openTimeMs() % span.millis() == 0);
        SpanBar first = closed.get(0);
        assertThat(first.openE8()).isEqualTo(100);
        assertThat(first.closeE8()).isEqualTo(100 + span.minutes() - 1);
        assertThat(first.highE8()).isEqualTo(first.closeE8() + 1);
        assertThat(first.lowE8()).isEqualTo(99);
        assertThat(first.volumeE8()).isEqualTo(10L * span.minutes());
        assertThat(first.takerBoughtE8()).isEqualTo(4L * span.minutes());
    }

    @Test
    void a_window_with_missing_minutes_closes_with_the_next_one_and_says_so() {
        SpanRoller roller = new SpanRoller(BarSpan.M5);
        roller.take(minute(0, 100));
        roller.take(minute(1, 101));
        List<SpanBar> closed = roller.take(minute(9, 109));
        assertThat(closed).extracting(SpanBar::minutes).containsExactly(2, 1);
        assertThat(closed).noneMatch(SpanBar::whole);
        assertThat(roller.open()).isEmpty();
    }

    @Test
    void a_minute_that_is_not_later_changes_nothing() {
        SpanRoller roller = new SpanRoller(BarSpan.M5);
        roller.take(minute(1, 100));
        roller.take(minute(1, 999));
        roller.take(minute(0, 1));
        assertThat(roller.open().orElseThrow().highE8()).isEqualTo(101);
    }

    @Test
    void one_minute_that_does_not_tell_its_takers_makes_the_window_silent() {
        SpanRoller roller = new SpanRoller(BarSpan.M5);
        roller.take(minute(0, 100));
        Bar silent = new Bar(Tape.BTC, MIDNIGHT + 60_000, 100, 100, 100, 100, 1);
        roller.take(silent);
        roller.take(minute(2, 100));
        assertThat(roller.open().orElseThrow().takerBoughtE8()).isEqualTo(-1);
    }

    private static Bar minute(int minute, long price) {
        return new Bar(Tape.BTC, MIDNIGHT + minute * 60_000L, price, price + 1, price - 1, price, 10, 4);
    }
}
