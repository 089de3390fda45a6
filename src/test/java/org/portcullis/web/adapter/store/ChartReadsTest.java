package org.portcullis.web.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarSpan;
import org.portcullis.market.SpanBar;
import org.portcullis.web.LiveBars;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChartReadsTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    private final LiveBars live = new LiveBars(() -> Instant.EPOCH);
    /** Minutes 0 to 99 are kept from before the start; 90 to 109 were seen since. */
    private final ChartReads charts = new ChartReads(live, (instrument, beforeMs, limit) -> {
        List<Bar> kept = minutes(0, 100).stream().filter(bar -> bar.openTimeMs() < beforeMs).toList();
        return kept.subList(Math.max(0, kept.size() - limit), kept.size());
    });

    @Test
    void minutes_before_the_start_come_from_the_database_and_none_comes_twice() {
        live.seen(minutes(90, 110));

        assertThat(charts.minutes(BTC, 20)).isEqualTo(minutes(90, 110));
        assertThat(charts.minutes(BTC, 21)).isEqualTo(minutes(89, 110));
        assertThat(charts.minutes(BTC, 1_000)).isEqualTo(minutes(0, 110));
    }

    @Test
    void before_the_first_bar_everything_comes_from_the_database() {
        assertThat(charts.minutes(BTC, 3)).isEqualTo(minutes(97, 100));
    }

    @Test
    @DisplayName("S1-02 longer bars are put together from minutes, the last as far as it has come")
    void longer_bars_are_put_together() {
        live.seen(minutes(90, 108));

        List<SpanBar> windows = charts.windows(BTC, BarSpan.M5, 3);

        assertThat(windows).extracting(SpanBar::openTimeMs).containsExactly(95 * Bar.INTERVAL_MS,
                100 * Bar.INTERVAL_MS, 105 * Bar.INTERVAL_MS);
        assertThat(windows.get(1).openE8()).isEqualTo(1_100);
        assertThat(windows.get(1).closeE8()).isEqualTo(1_105);
        assertThat(windows.get(1).highE8()).isEqualTo(1_115);
        assertThat(windows.get(1).lowE8()).isEqualTo(1_090);
        assertThat(windows.get(1).volumeE8()).isEqualTo(5 * 7);
        assertThat(windows.get(2).minutes()).isEqualTo(3);
        assertThat(windows.get(2).closeE8()).isEqualTo(1_108);
    }

    @Test
    void a_window_that_would_begin_in_its_midst_is_left_out() {
        assertThat(charts.windows(BTC, BarSpan.M15, 2)).extracting(SpanBar::openTimeMs)
                .containsExactly(75 * Bar.INTERVAL_MS, 90 * Bar.INTERVAL_MS);
    }

    @Test
    void spans_are_known_by_their_words() {
        for (BarSpan span : BarSpan.values()) {
            assertThat(BarSpan.of(span.word())).contains(span);
        }
        assertThat(BarSpan.of("1m")).isEmpty();
    }

    private static List<Bar> minutes(long from, long to) {
        return LongStream.range(from, to).mapToObj(minute -> new Bar(BTC, minute * Bar.INTERVAL_MS, 1_000 + minute,
                1_011 + minute, 990 + minute, 1_001 + minute, 7)).toList();
    }
}
