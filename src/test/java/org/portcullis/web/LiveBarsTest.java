package org.portcullis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveBarsTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    private Instant now = Instant.EPOCH;
    private final LiveBars bars = new LiveBars(() -> now);

    @Test
    void the_newest_fifteen_hundred_are_kept_oldest_first() {
        bars.seen(LongStream.range(0, LiveBars.KEPT + 1).mapToObj(LiveBarsTest::bar).toList());
        List<Bar> kept = bars.newest(BTC, LiveBars.KEPT + 10);
        assertThat(kept).hasSize(LiveBars.KEPT);
        assertThat(kept.get(0).openTimeMs()).isEqualTo(Bar.INTERVAL_MS);
        assertThat(bars.newest(BTC, 2)).extracting(Bar::openTimeMs)
                .containsExactly((LiveBars.KEPT - 1) * Bar.INTERVAL_MS, LiveBars.KEPT * Bar.INTERVAL_MS);
    }

    @Test
    void a_bar_told_twice_or_out_of_order_is_left_out() {
        bars.seen(List.of(bar(5), bar(5), bar(4), bar(6)));
        assertThat(bars.newest(BTC, 10)).containsExactly(bar(5), bar(6));
    }

    @Test
    void a_bar_that_cannot_be_drawn_is_left_out() {
        bars.seen(List.of(new Bar(BTC, 0, 10, 9, 11, 10, 1), new Bar(BTC, 0, 10, 11, 0, 10, 1)));
        assertThat(bars.newest(BTC, 10)).isEmpty();
        assertThat(bars.last(BTC)).isEmpty();
    }

    @Test
    void bars_since_a_moment_do_not_hold_the_one_that_opened_then() {
        bars.seen(List.of(bar(1), bar(2), bar(3)));
        assertThat(bars.since(BTC, 2 * Bar.INTERVAL_MS, 10)).containsExactly(bar(3));
        assertThat(bars.since(BTC, 3 * Bar.INTERVAL_MS, 10)).isEmpty();
    }

    @Test
    void the_feed_has_an_age_on_the_wall_clock_and_a_place_on_the_market_clock() {
        assertThat(bars.ageMs()).isEmpty();
        bars.seen(List.of(bar(1)));
        now = now.plusMillis(12_345);
        assertThat(bars.ageMs()).contains(12_345L);
        assertThat(bars.marketAt()).contains(Instant.ofEpochMilli(2 * Bar.INTERVAL_MS));
    }

    private static Bar bar(long minute) {
        return new Bar(BTC, minute * Bar.INTERVAL_MS, 100, 120, 90, 110, 5);
    }
}
