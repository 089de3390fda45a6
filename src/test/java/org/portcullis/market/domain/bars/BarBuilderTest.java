package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.market.domain.bars.Tape.BTC;
import static org.portcullis.market.domain.bars.Tape.START_MS;
import static org.portcullis.market.domain.bars.Tape.TERMS;
import static org.portcullis.market.domain.bars.Tape.codes;
import static org.portcullis.market.domain.bars.Tape.trade;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.LiveTerms;
import org.portcullis.market.VenueBar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarBuilderTest {

    private static final long MINUTE = Bar.INTERVAL_MS;
    private static final long ENOUGH = MINUTE + TERMS.graceMs();

    private final List<LiveNote> notes = new ArrayList<>();
    private final BarBuilder builder = Tape.heard(notes);

    @Test
    @DisplayName("S1-02 a minute holds exactly the trades from its first to its last millisecond")
    void a_minute_holds_its_window() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.take(trade(2, START_MS + 30_000, 103, 2, false));
        builder.take(trade(3, START_MS + 59_999, 99, 3, true));
        builder.take(trade(4, START_MS + 60_000, 500, 9, true));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 103, 99, 99, 6, 4));
        assertThat(builder.close(START_MS + MINUTE + ENOUGH)).containsExactly(bar(1, 500, 500, 500, 500, 9, 9));
    }

    @Test
    void a_minute_is_final_at_the_end_of_its_grace_and_not_a_millisecond_before() {
        builder.take(trade(1, START_MS, 100, 1, true));
        assertThat(builder.close(START_MS + ENOUGH - 1)).isEmpty();
        assertThat(builder.close(START_MS + ENOUGH)).hasSize(1);
    }

    @Test
    @DisplayName("S2-D3 a trade out of order enters its minute while that takes trades, afterwards it is counted")
    void a_trade_out_of_order_enters_its_minute() {
        builder.take(trade(2, START_MS + 20, 101, 1, true));
        assertThat(builder.take(trade(1, START_MS + 10, 100, 1, true))).isEqualTo(TradeFate.TAKEN);
        builder.take(trade(4, START_MS + MINUTE, 105, 1, true));
        assertThat(builder.take(trade(3, START_MS + 30, 102, 1, true))).isEqualTo(TradeFate.TAKEN);
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 102, 100, 102, 3, 3));
        assertThat(builder.take(trade(5, START_MS + 40, 90, 1, true))).isEqualTo(TradeFate.LATE);
        assertThat(codes(notes)).containsExactly(Code.TRADE_LATE);
    }

    @Test
    void a_trade_that_comes_twice_counts_once_even_after_its_minute() {
        builder.take(trade(7, START_MS, 100, 1, true));
        assertThat(builder.take(trade(7, START_MS, 100, 1, true))).isEqualTo(TradeFate.REPEATED);
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 100, 100, 100, 1, 1));
        assertThat(builder.take(trade(7, START_MS, 100, 1, true))).isEqualTo(TradeFate.REPEATED);
        assertThat(codes(notes)).containsOnly(Code.TRADE_REPEATED);
    }

    @Test
    void trades_without_numbers_are_ordered_by_time_and_then_arrival() {
        builder.take(trade(-1, START_MS + 5, 101, 1, true));
        builder.take(trade(-1, START_MS + 5, 102, 1, true));
        builder.take(trade(-1, START_MS + 1, 100, 1, true));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 102, 100, 102, 3, 3));
    }

    @Test
    void a_quiet_minute_is_flat_while_the_stream_is_heard() {
        builder.take(trade(1, START_MS, 100, 1, true));
        assertThat(builder.close(START_MS + MINUTE + ENOUGH))
                .containsExactly(bar(0, 100, 100, 100, 100, 1, 1), bar(1, 100, 100, 100, 100, 0, 0));
        assertThat(codes(notes)).containsExactly(Code.MINUTE_EMPTY);
    }

    @Test
    void a_quiet_minute_is_nothing_when_the_terms_say_so_or_the_session_has_ended() {
        BarBuilder without = new BarBuilder(BTC, START_MS, new LiveTerms(500, 60_000, 0, LiveTerms.EmptyMinutes.NONE),
                atMs -> true, notes::add);
        without.covered(START_MS - 1);
        without.take(trade(1, START_MS, 100, 1, true));
        assertThat(without.close(START_MS + 2 * MINUTE + ENOUGH)).hasSize(1);
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.offline(true);
        assertThat(builder.close(START_MS + 2 * MINUTE + ENOUGH))
                .as("the session's last minute still closes").containsExactly(bar(0, 100, 100, 100, 100, 1, 1));
    }

    @Test
    @DisplayName("S2-D3 a session's last minute closes, after it there is neither a bar nor a wait until it opens "
            + "again")
    void a_session_ends_and_begins_again() {
        long ends = START_MS + 2 * MINUTE;
        long begins = START_MS + 10 * MINUTE;
        BarBuilder daily = new BarBuilder(BTC, START_MS, TERMS, atMs -> atMs < ends || atMs >= begins, notes::add);
        daily.covered(START_MS - 1);
        daily.take(trade(1, ends - 1, 100, 1, true));
        assertThat(daily.close(ends + TERMS.graceMs())).containsExactly(bar(1, 100, 100, 100, 100, 1, 1));
        daily.uncovered(ends + 1);
        assertThat(daily.close(begins + TERMS.graceMs())).isEmpty();
        assertThat(daily.wanted(begins + TERMS.graceMs())).isEmpty();
        daily.covered(begins - 1);
        daily.take(trade(2, begins, 101, 1, true));
        assertThat(daily.close(begins + ENOUGH)).containsExactly(bar(10, 101, 101, 101, 101, 1, 1));
        assertThat(codes(notes)).doesNotContain(Code.MINUTE_LOST);
    }

    @Test
    void a_hole_in_the_numbers_asks_for_the_venues_bar_and_takes_it() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.take(trade(3, START_MS + 10, 101, 1, true));
        assertThat(builder.close(START_MS + ENOUGH)).isEmpty();
        assertThat(builder.wanted(START_MS + ENOUGH)).contains(new BarsWanted(BTC, START_MS, START_MS + MINUTE));
        builder.fetched(START_MS, START_MS + MINUTE, START_MS + ENOUGH, List.of(bar(0, 100, 104, 98, 101, 5, 2)));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 104, 98, 101, 5, 2));
        assertThat(codes(notes)).containsExactly(Code.TRADES_MISSING, Code.MINUTE_FILLED);
    }

    @Test
    void a_hole_that_closes_in_time_is_none() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.take(trade(3, START_MS + 10, 101, 1, true));
        builder.take(trade(2, START_MS + 5, 90, 1, false));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 101, 90, 101, 3, 2));
        assertThat(notes).isEmpty();
    }

    @Test
    void a_lost_connection_is_a_hole_unless_the_numbers_prove_that_nothing_was_missed() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.uncovered(START_MS + 10);
        builder.covered(START_MS + 20);
        assertThat(builder.close(START_MS + ENOUGH)).isEmpty();
        builder.take(trade(2, START_MS + 30, 101, 1, true));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 101, 100, 101, 2, 2));
        assertThat(notes).isEmpty();
    }

    @Test
    void a_minute_that_nobody_can_fill_is_lost_when_its_wait_is_over_and_the_next_goes_on() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.uncovered(START_MS + 10);
        builder.covered(START_MS + 20);
        builder.take(trade(9, START_MS + MINUTE, 105, 1, true));
        assertThat(builder.close(START_MS + ENOUGH)).isEmpty();
        assertThat(builder.close(START_MS + MINUTE + TERMS.fillWaitMs() - 1)).isEmpty();
        assertThat(codes(notes)).doesNotContain(Code.MINUTE_LOST);
        assertThat(builder.close(START_MS + MINUTE + TERMS.fillWaitMs() + TERMS.graceMs()))
                .as("a minute with missing numbers may reach into the next").isEmpty();
        assertThat(codes(notes)).contains(Code.MINUTE_LOST);
        assertThat(builder.close(START_MS + 2 * MINUTE + TERMS.fillWaitMs())).isEmpty();
        builder.take(trade(10, START_MS + 2 * MINUTE, 106, 1, true));
        assertThat(builder.close(START_MS + 3 * MINUTE + TERMS.graceMs()))
                .containsExactly(bar(2, 106, 106, 106, 106, 1, 1));
    }

    @Test
    void a_minute_of_which_the_venue_shows_no_bar_is_empty_only_when_it_had_time_to_make_one() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.close(START_MS + ENOUGH);
        builder.uncovered(START_MS + MINUTE + 10);
        long settled = START_MS + 2 * MINUTE + TERMS.settleMs();
        builder.fetched(START_MS + MINUTE, START_MS + 2 * MINUTE, settled - 1, List.of());
        assertThat(builder.close(settled)).isEmpty();
        builder.fetched(START_MS + MINUTE, START_MS + 2 * MINUTE, settled, List.of());
        assertThat(builder.close(settled)).containsExactly(bar(1, 100, 100, 100, 100, 0, 0));
    }

    @Test
    void the_venues_bar_counts_when_it_differs_and_the_difference_is_said() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.tell(new VenueBar(bar(0, 100, 101, 100, 101, 2, 2), START_MS + MINUTE, true));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 101, 100, 101, 2, 2));
        assertThat(codes(notes)).containsExactly(Code.BAR_DIFFERS);
    }

    @Test
    void a_trade_refused_on_purpose_does_not_come_in_by_the_venues_bar() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.disown(trade(2, START_MS + 10, 9_999, 1, true));
        builder.take(trade(3, START_MS + 20, 101, 1, true));
        builder.tell(new VenueBar(bar(0, 100, 9_999, 100, 101, 3, 3), START_MS + MINUTE, true));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 101, 100, 101, 2, 2));
        assertThat(codes(notes)).containsExactly(Code.BAR_DIFFERS);
    }

    @Test
    void a_venue_bar_that_comes_after_ours_is_compared_and_an_open_one_is_not_used() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.tell(new VenueBar(bar(0, 1, 1, 1, 1, 1, 1), START_MS + 5, false));
        assertThat(builder.close(START_MS + ENOUGH)).containsExactly(bar(0, 100, 100, 100, 100, 1, 1));
        builder.tell(new VenueBar(bar(0, 100, 100, 100, 100, 1, -1), START_MS + MINUTE + 900, true));
        assertThat(codes(notes)).containsExactly(Code.BAR_MATCHES);
    }

    @Test
    void a_minute_in_progress_at_the_start_is_the_venues() {
        BarBuilder late = new BarBuilder(BTC, START_MS + 30_000, TERMS, atMs -> true, notes::add);
        late.covered(START_MS + 30_000);
        late.take(trade(5, START_MS + 31_000, 100, 1, true));
        late.take(trade(6, START_MS + MINUTE, 100, 1, true));
        assertThat(late.close(START_MS + ENOUGH)).isEmpty();
        late.tell(new VenueBar(bar(0, 99, 100, 99, 100, 7, 3), START_MS + MINUTE, true));
        assertThat(late.close(START_MS + MINUTE + ENOUGH))
                .containsExactly(bar(0, 99, 100, 99, 100, 7, 3), bar(1, 100, 100, 100, 100, 1, 1));
    }

    @Test
    void a_doubted_minute_is_the_venues() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.doubt(START_MS + 10);
        assertThat(builder.close(START_MS + ENOUGH)).isEmpty();
        assertThat(builder.wanted(START_MS + ENOUGH)).isPresent();
    }

    @Test
    void bars_of_others_or_off_the_minute_are_refused() {
        assertThatThrownBy(() -> builder.fetched(0, 0, 0, List.of(new Bar(BTC, START_MS + 1, 1, 1, 1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Bar bar(int minute, double open, double high, double low, double close, double volume, double bought) {
        return new Bar(BTC, START_MS + minute * MINUTE, e8(open), e8(high), e8(low), e8(close), e8(volume),
                bought < 0 ? -1 : e8(bought));
    }

    static long e8(double value) {
        return Math.round(value * FixedPoint.ONE);
    }
}
