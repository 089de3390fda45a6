package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.market.domain.bars.BarBuilderTest.bar;
import static org.portcullis.market.domain.bars.BarBuilderTest.e8;
import static org.portcullis.market.domain.bars.Tape.BTC;
import static org.portcullis.market.domain.bars.Tape.START_MS;
import static org.portcullis.market.domain.bars.Tape.TERMS;
import static org.portcullis.market.domain.bars.Tape.trade;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.LiveNote;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;

/** Minutes that we must not believe, although a connection was there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarDoubtTest {

    private static final long MINUTE = Bar.INTERVAL_MS;
    private static final long ENOUGH = MINUTE + TERMS.graceMs();

    private final List<LiveNote> notes = new ArrayList<>();
    private final BarBuilder builder = Tape.heard(notes);

    @Test
    @DisplayName("S1-02 a minute that holds more than can be counted is the venue's, not what was counted before")
    void a_minute_that_overflows_is_the_venues() {
        builder.take(trade(1, START_MS, 100, 1, true));
        assertThatThrownBy(() -> builder.take(new Trade(BTC, START_MS + 1, 2, e8(101), Long.MAX_VALUE - e8(1) + 1,
                true))).isInstanceOf(ArithmeticException.class);
        assertThat(builder.close(START_MS + ENOUGH)).isEmpty();
        assertThat(builder.wanted(START_MS + ENOUGH)).contains(new BarsWanted(BTC, START_MS, START_MS + MINUTE));
    }

    @Test
    void a_minute_that_can_just_be_counted_is_ours() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.take(new Trade(BTC, START_MS + 1, 2, e8(100), Long.MAX_VALUE - e8(1), false));
        assertThat(builder.close(START_MS + ENOUGH)).singleElement()
                .satisfies(bar -> assertThat(bar.volumeE8()).isEqualTo(Long.MAX_VALUE));
    }

    @Test
    @DisplayName("S1-02 a minute is not quiet when the venue's own bar shows trades, and none after it until one comes")
    void an_open_bar_of_the_venue_tells_that_trades_are_missed() {
        builder.take(trade(1, START_MS, 100, 1, true));
        assertThat(builder.close(START_MS + ENOUGH)).hasSize(1);
        builder.tell(new VenueBar(bar(1, 101, 101, 101, 101, 0, 0), START_MS + MINUTE + 1, false));
        assertThat(builder.close(START_MS + MINUTE + ENOUGH)).as("no volume: quiet").hasSize(1);
        builder.tell(new VenueBar(bar(2, 101, 101, 101, 101, 0.1, 0), START_MS + 2 * MINUTE + 1, false));
        assertThat(builder.close(START_MS + 2 * MINUTE + ENOUGH)).isEmpty();
        builder.tell(new VenueBar(bar(2, 101, 102, 101, 102, 2, 0), START_MS + 3 * MINUTE, true));
        assertThat(builder.close(START_MS + 3 * MINUTE + ENOUGH)).as("the next one is not heard either")
                .containsExactly(bar(2, 101, 102, 101, 102, 2, 0));
        assertThat(builder.wanted(START_MS + 3 * MINUTE + ENOUGH)).isPresent();
        builder.tell(new VenueBar(bar(3, 102, 102, 102, 102, 1, 0), START_MS + 4 * MINUTE, true));
        builder.take(trade(9, START_MS + 4 * MINUTE, 103, 1, true));
        builder.take(trade(10, START_MS + 5 * MINUTE, 104, 1, true));
        builder.fetched(START_MS + 4 * MINUTE, START_MS + 5 * MINUTE, START_MS + 5 * MINUTE,
                List.of(bar(4, 103, 103, 103, 103, 2, 1)));
        assertThat(builder.close(START_MS + 6 * MINUTE + ENOUGH)).as("heard again after the minute of a trade")
                .containsExactly(bar(3, 102, 102, 102, 102, 1, 0), bar(4, 103, 103, 103, 103, 2, 1),
                        bar(5, 104, 104, 104, 104, 1, 1), bar(6, 104, 104, 104, 104, 0, 0));
    }

    @Test
    void a_bar_of_the_venue_that_comes_too_late_for_its_minute_ends_the_belief_in_the_next_ones() {
        builder.take(trade(1, START_MS, 100, 1, true));
        assertThat(builder.close(START_MS + MINUTE + ENOUGH)).hasSize(2);
        builder.tell(new VenueBar(bar(1, 101, 101, 101, 101, 3, 0), START_MS + 2 * MINUTE + 900, true));
        assertThat(builder.close(START_MS + 2 * MINUTE + ENOUGH)).isEmpty();
        assertThat(builder.wanted(START_MS + 2 * MINUTE + ENOUGH)).isPresent();
    }

    @Test
    void a_minute_whose_only_trade_was_refused_on_purpose_stays_quiet() {
        builder.take(trade(1, START_MS, 100, 1, true));
        builder.disown(trade(2, START_MS + MINUTE, 9_999, 1, true));
        builder.tell(new VenueBar(bar(1, 9_999, 9_999, 9_999, 9_999, 1, 1), START_MS + MINUTE + 1, false));
        assertThat(builder.close(START_MS + MINUTE + ENOUGH)).hasSize(2);
    }
}
