package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.strategy.MarketWalks;

/** The walk of a bar under the shipped guard rules and policy. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarWalkTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final long START_MS = 1_767_225_600_000L;
    private static final int NEEDED = 50;

    private BarWalk walk;

    @BeforeEach
    void begin() {
        walk = MarketWalks.walk();
    }

    @Test
    void features_are_formed_with_the_bar_that_ends_the_warm_up() {
        for (int minute = 0; minute < NEEDED - 1; minute++) {
            assertThat(walk(minute)).isEqualTo(new MarketOutcome.Warming(BTC, START_MS + minute * 60_000L, minute + 1,
                    NEEDED, null));
        }
        MarketOutcome formed = walk(NEEDED - 1);
        assertThat(formed).isInstanceOf(MarketOutcome.Formed.class);
        assertThat(((MarketOutcome.Formed) formed).features().barsSinceStart()).isEqualTo(NEEDED);
    }

    @Test
    void instruments_warm_up_on_their_own() {
        walk(0, NEEDED);
        assertThat(walk.onBar(bar(ETH, NEEDED, 100, 5), close(NEEDED))).isInstanceOf(MarketOutcome.Warming.class);
        assertThat(walk(NEEDED)).isInstanceOf(MarketOutcome.Formed.class);
    }

    @Test
    @DisplayName("S2-D6 a missing minute restarts the series, is told once and nothing is formed across it")
    void a_missing_minute_restarts_the_series() {
        walk(0, NEEDED + 10);
        MarketOutcome after = walk(NEEDED + 11);
        assertThat(after).isEqualTo(new MarketOutcome.Warming(BTC, START_MS + (NEEDED + 11) * 60_000L, 1, NEEDED,
                new SeriesGap(BTC, START_MS + (NEEDED + 10) * 60_000L, START_MS + (NEEDED + 11) * 60_000L, 1)));
        for (int minute = NEEDED + 12; minute < 2 * NEEDED + 10; minute++) {
            assertThat(walk(minute)).isInstanceOfSatisfying(MarketOutcome.Warming.class,
                    warming -> assertThat(warming.gap()).isNull());
        }
        assertThat(walk(2 * NEEDED + 10)).isInstanceOf(MarketOutcome.Formed.class);
        assertThat(walk.flagged()).containsExactly(org.assertj.core.api.Assertions.entry(FlagCode.GAP, 1L));
    }

    @Test
    @DisplayName("S2-REQ-O1 an unconfirmed outlier reaches neither trigger, mark nor series")
    void an_unconfirmed_outlier_touches_nothing() {
        walk(0, NEEDED);
        Mark before = walk.mark(BTC).orElseThrow();
        MarketOutcome outcome = walk.onBar(bar(BTC, NEEDED, 1_000, 5), close(NEEDED));
        assertThat(outcome).isInstanceOfSatisfying(MarketOutcome.Flagged.class, flagged -> assertThat(flagged.flags())
                .extracting(Flag::code, Flag::limit)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FlagCode.OUTLIER, 10.0)));
        assertThat(walk.mark(BTC)).contains(before);
        // the refused minute is a missing minute for the next bar
        assertThat(walk(NEEDED + 1)).isInstanceOfSatisfying(MarketOutcome.Warming.class,
                warming -> assertThat(warming.gap()).isNotNull());
    }

    @Test
    @DisplayName("S2-REQ-O1 a large move on volume is believed")
    void a_large_move_on_volume_is_believed() {
        walk(0, NEEDED);
        assertThat(walk.onBar(bar(BTC, NEEDED, 150, 50), close(NEEDED))).isInstanceOf(MarketOutcome.Formed.class);
        assertThat(walk.mark(BTC).orElseThrow().closeE8()).isEqualTo(150 * FixedPoint.ONE);
    }

    @Test
    void a_level_that_several_bars_agree_on_is_believed_without_volume() {
        walk(0, NEEDED);
        for (int minute = NEEDED; minute < NEEDED + 3; minute++) {
            assertThat(walk.onBar(bar(BTC, minute, 150, 5), close(minute))).isInstanceOf(MarketOutcome.Flagged.class);
        }
        assertThat(walk.onBar(bar(BTC, NEEDED + 3, 150, 5), close(NEEDED + 3)))
                .isInstanceOf(MarketOutcome.Warming.class);
    }

    @Test
    void outliers_at_changing_levels_never_vouch_for_each_other() {
        walk(0, NEEDED);
        for (int minute = NEEDED; minute < NEEDED + 10; minute++) {
            assertThat(walk.onBar(bar(BTC, minute, minute % 2 == 0 ? 150 : 500, 5), close(minute)))
                    .isInstanceOf(MarketOutcome.Flagged.class);
        }
    }

    @Test
    void after_days_without_bars_the_price_may_be_anywhere() {
        walk(0, NEEDED);
        assertThat(walk.onBar(bar(BTC, 5_000, 4_000, 5), close(5_000))).isInstanceOf(MarketOutcome.Warming.class);
    }

    @Test
    void a_repeated_bar_and_one_of_the_past_change_nothing() {
        walk(0, NEEDED);
        for (int minute : new int[] {NEEDED - 1, NEEDED - 6}) {
            assertThat(walk(minute)).isInstanceOfSatisfying(MarketOutcome.Flagged.class,
                    flagged -> assertThat(flagged.flags()).extracting(Flag::code)
                            .containsExactly(FlagCode.TIME_BACKWARDS));
        }
        assertThat(walk(NEEDED)).isInstanceOf(MarketOutcome.Formed.class);
    }

    @Test
    void what_was_said_to_the_last_bar_can_be_asked_again_for_a_message_that_comes_twice() {
        walk(0, NEEDED);
        MarketOutcome formed = walk(NEEDED);
        assertThat(walk.said(bar(BTC, NEEDED, 100, 5))).contains(formed);
        assertThat(walk.said(bar(BTC, NEEDED - 1, 100, 5))).isEmpty();
        assertThat(walk.said(bar(ETH, NEEDED, 100, 5))).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-ST1 a bar of exactly 90 s is traded on, a millisecond older is history")
    void a_stale_bar_is_history_and_nothing_more() {
        walk(0, NEEDED);
        assertThat(walk.onBar(bar(BTC, NEEDED, 100, 5), close(NEEDED) + 90_000))
                .isInstanceOf(MarketOutcome.Formed.class);
        assertThat(walk.onBar(bar(BTC, NEEDED + 1, 101, 5), close(NEEDED + 1) + 90_001))
                .isInstanceOfSatisfying(MarketOutcome.Flagged.class,
                        flagged -> assertThat(flagged.flags()).extracting(Flag::code)
                                .containsExactly(FlagCode.BAR_STALE));
        assertThat(walk.mark(BTC).orElseThrow().closeE8()).isEqualTo(101 * FixedPoint.ONE);
        assertThat(walk(NEEDED + 2)).isInstanceOf(MarketOutcome.Formed.class);
    }

    @Test
    void a_bar_that_has_not_happened_is_refused() {
        assertThat(walk.onBar(bar(BTC, 0, 100, 5), close(0) - 1_000)).isInstanceOf(MarketOutcome.Warming.class);
        assertThat(walk.onBar(bar(BTC, 1, 100, 5), close(1) - 1_001))
                .isInstanceOfSatisfying(MarketOutcome.Flagged.class,
                flagged -> assertThat(flagged.flags()).extracting(Flag::code)
                        .containsExactly(FlagCode.BAR_FROM_FUTURE));
    }

    @Test
    void a_minute_without_trades_keeps_the_series_and_forms_nothing() {
        walk(0, NEEDED);
        assertThat(walk.onBar(bar(BTC, NEEDED, 100, 0), close(NEEDED)))
                .isInstanceOfSatisfying(MarketOutcome.Flagged.class,
                flagged -> assertThat(flagged.flags()).extracting(Flag::code).containsExactly(FlagCode.LOW_LIQUIDITY));
        assertThat(walk(NEEDED + 1)).isInstanceOf(MarketOutcome.Formed.class);
    }

    @Test
    void the_mark_tells_price_volume_range_and_event_time() {
        walk(0, NEEDED);
        assertThat(walk.mark(BTC)).contains(new Mark(BTC, 100 * FixedPoint.ONE, 2 * FixedPoint.ONE, 5 * FixedPoint.ONE,
                close(NEEDED - 1)));
        assertThat(walk.mark(ETH)).isEmpty();
    }

    private void walk(int from, int to) {
        for (int minute = from; minute < to; minute++) {
            walk(minute);
        }
    }

    private MarketOutcome walk(int minute) {
        return walk.onBar(bar(BTC, minute, 100, 5), close(minute));
    }

    private static long close(int minute) {
        return START_MS + (minute + 1) * 60_000L;
    }

    private static Bar bar(InstrumentId instrument, int minute, long close, long volume) {
        return new Bar(instrument, START_MS + minute * 60_000L, close * FixedPoint.ONE, (close + 1) * FixedPoint.ONE,
                (close - 1) * FixedPoint.ONE, close * FixedPoint.ONE, volume * FixedPoint.ONE);
    }
}
