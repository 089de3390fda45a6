package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.market.domain.bars.Tape.BTC;
import static org.portcullis.market.domain.bars.Tape.START_MS;
import static org.portcullis.market.domain.bars.Tape.trade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsWanted;
import org.portcullis.market.ClosedMinute;
import org.portcullis.market.LiveBars;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.MarketBatch;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.TickFlagCode;
import org.portcullis.market.Trade;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.VenueBar;
import org.portcullis.strategy.MarketWalks;

/** Live events under the shipped guard rules and policy. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveBookTest {

    private static final long CLOSED_MS = START_MS + 60_500;

    private final List<LiveNote> notes = new ArrayList<>();
    private LiveBars book;
    private long nextId = 1;

    @BeforeEach
    void begin() {
        PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), null);
        book = LiveBars.under(() -> MarketWalks.library().base("market"), policy::current, Tape.TERMS, notes::add);
        book.follow(BTC, START_MS, atMs -> true);
        tell(START_MS, new MarketBatch.Covered(BTC, START_MS - 1));
    }

    @Test
    @DisplayName("S3-05 the minutes of 300 instruments close together, moved on by the event time of any of them")
    void minutes_of_300_instruments_close_together() {
        List<InstrumentId> many = IntStream.range(0, 300).mapToObj(i -> new InstrumentId("COIN" + i + "USDT")).toList();
        many.forEach(id -> {
            book.follow(id, START_MS, atMs -> true);
            tell(START_MS, new MarketBatch.Covered(id, START_MS - 1), told(of(id, START_MS, 100), START_MS));
        });
        List<ClosedMinute> closed = tell(START_MS + 59_000, told(of(many.get(7), CLOSED_MS, 100), CLOSED_MS));
        assertThat(closed).singleElement().satisfies(minute -> {
            assertThat(minute.openTimeMs()).isEqualTo(START_MS);
            assertThat(minute.bars()).hasSize(300).isSortedAccordingTo(
                    java.util.Comparator.comparing(Bar::instrument));
        });
    }

    @Test
    @DisplayName("S1-02 minutes in which nobody listened are asked of the venue, also after a stop and a new start")
    void minutes_of_a_stopped_feed_are_the_venues() {
        tell(START_MS, told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        assertThat(bars(tell(CLOSED_MS))).hasSize(1);
        book.unfollow(BTC);
        long backMs = CLOSED_MS + 9 * 60_000;
        assertThat(tell(backMs)).as("nobody follows it").isEmpty();
        assertThat(book.wanted()).isEmpty();
        book.follow(BTC, START_MS - 1, atMs -> true);
        assertThat(tell(backMs)).as("an outage is no quiet market").isEmpty();
        assertThat(book.wanted()).containsExactly(new BarsWanted(BTC, START_MS + 60_000, START_MS + 10 * 60_000));
        tell(backMs, new MarketBatch.Covered(BTC, backMs));
        Bar filled = new Bar(BTC, START_MS + 10 * 60_000, 1, 1, 1, 1, 1);
        tell(backMs + 60_500, new MarketBatch.Fetched(BTC, START_MS + 60_000, START_MS + 11 * 60_000, backMs + 60_500,
                List.of(filled)), new MarketBatch.Uncovered(BTC, backMs + 60_000));
        assertThat(tell(backMs + 120_000)).as("a connection lost after the start is a hole").isEmpty();
        assertThat(book.wanted()).containsExactly(
                new BarsWanted(BTC, START_MS + 11 * 60_000, START_MS + 12 * 60_000));
    }

    @Test
    void an_instrument_followed_again_goes_on_after_its_last_minute_or_where_it_is_of_interest() {
        tell(START_MS, told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        assertThat(bars(tell(CLOSED_MS))).hasSize(1);
        book.follow(BTC, START_MS + 5 * 60_000, atMs -> true);
        tell(CLOSED_MS + 6 * 60_000);
        assertThat(book.wanted()).containsExactly(new BarsWanted(BTC, START_MS + 5 * 60_000, START_MS + 7 * 60_000));
    }

    @Test
    @DisplayName("S2-REQ-O1 an outlier without volume never reaches a bar, the venue's bar does not bring it in")
    void an_outlier_never_reaches_a_bar() {
        tell(START_MS, told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        tell(START_MS, told(trade(nextId++, START_MS + 5, 150, 1, true), START_MS));
        tell(START_MS, told(trade(nextId++, START_MS + 9, 101, 1, true), START_MS));
        long e8 = FixedPoint.ONE;
        Bar venues = new Bar(BTC, START_MS, 100 * e8, 150 * e8, 100 * e8, 101 * e8, 3 * e8, 3 * e8);
        List<ClosedMinute> closed = tell(CLOSED_MS, told(new VenueBar(venues, CLOSED_MS, true), CLOSED_MS));
        assertThat(bars(closed)).singleElement().satisfies(bar -> {
            assertThat(bar.highE8()).isEqualTo(101 * e8);
            assertThat(bar.volumeE8()).isEqualTo(2 * e8);
        });
        assertThat(book.refused()).containsExactly(java.util.Map.entry(TickFlagCode.OUTLIER, 1L));
    }

    @Test
    void a_new_price_is_believed_after_enough_ticks_agree() {
        tell(START_MS, told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        for (int i = 0; i < 21; i++) {
            tell(START_MS, told(trade(nextId++, START_MS + i, 150, 0.01, true), START_MS));
        }
        assertThat(book.refused()).containsEntry(TickFlagCode.OUTLIER, 20L);
        assertThat(bars(tell(CLOSED_MS)).get(0).closeE8()).isEqualTo(150 * FixedPoint.ONE);
    }

    @Test
    @DisplayName("S2-D3 a trade from the future moves no clock, one from the past leaves its minute to the venue")
    void wrong_times_are_refused() {
        tell(START_MS, told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        assertThat(tell(START_MS, told(trade(nextId++, START_MS + 3_600_000, 100, 1, true), START_MS))).isEmpty();
        assertThat(book.refused()).containsEntry(TickFlagCode.TIME_FROM_FUTURE, 1L);
        tell(START_MS + 40_000, told(trade(nextId++, START_MS + 1, 100, 1, true), START_MS + 40_000));
        assertThat(book.refused()).containsEntry(TickFlagCode.TIME_FROM_PAST, 1L);
        assertThat(tell(CLOSED_MS)).isEmpty();
        assertThat(book.wanted()).hasSize(1);
    }

    @Test
    @DisplayName("S2-REQ-ST1 S2-D5 a quote is the newest one only while it is young, whole and not crossed")
    void only_good_quotes_are_shown() {
        Quote good = quote(START_MS, 100, 100.1);
        tell(START_MS, told(good, START_MS + 5_000));
        assertThat(book.quote(BTC)).contains(good);
        tell(START_MS, told(quote(START_MS + 1, 100, 100.2), START_MS + 5_002));
        tell(START_MS, told(quote(START_MS + 2, 100.3, 100.2), START_MS + 2));
        tell(START_MS, told(quote(START_MS + 3, 0, 100.2), START_MS + 3));
        tell(START_MS, told(quote(START_MS + 4, 100, 103), START_MS + 4));
        assertThat(book.quote(BTC)).contains(good);
        assertThat(book.refused()).containsKeys(TickFlagCode.QUOTE_STALE, TickFlagCode.CROSSED_QUOTE,
                TickFlagCode.PARTIAL_QUOTE, TickFlagCode.PRICE_NOT_POSITIVE, TickFlagCode.SPREAD_WIDE);
    }

    @Test
    @DisplayName("S3-05 an instrument that cannot be handled is told and stops no other")
    void a_poisoned_instrument_stops_no_other() {
        InstrumentId poisoned = new InstrumentId("POISONUSDT");
        book.follow(poisoned, START_MS, atMs -> true);
        Trade huge = new Trade(poisoned, START_MS, 1, FixedPoint.ONE, Long.MAX_VALUE, true);
        Trade more = new Trade(poisoned, START_MS, 2, FixedPoint.ONE, Long.MAX_VALUE, true);
        tell(START_MS, new MarketBatch.Covered(poisoned, START_MS - 1), told(huge, START_MS), told(more, START_MS),
                new MarketBatch.Fetched(poisoned, START_MS, CLOSED_MS, CLOSED_MS,
                        List.of(new Bar(BTC, START_MS, 1, 1, 1, 1, 1))),
                told(trade(nextId++, START_MS, 100, 1, true), START_MS));
        assertThat(book.counts()).containsEntry(Code.INSTRUMENT_FAILED, 2L);
        assertThat(bars(tell(CLOSED_MS))).extracting(Bar::instrument).contains(BTC);
    }

    @Test
    void a_venue_bar_that_closes_in_the_future_is_no_bar() {
        long e8 = FixedPoint.ONE;
        tell(START_MS, told(new VenueBar(new Bar(BTC, START_MS, e8, e8, e8, e8, e8), START_MS, true),
                START_MS + 58_999));
        assertThat(book.refused()).containsEntry(TickFlagCode.TIME_FROM_FUTURE, 1L);
    }

    @Test
    @DisplayName("S2-REQ-EX1 a halt has no quiet minutes, and a trade after it proves that it is over")
    void a_trade_after_a_halt_proves_that_it_is_over() {
        long haltedMs = START_MS + 61_000;
        tell(haltedMs, told(trade(nextId++, START_MS, 100, 1, true), START_MS),
                told(new StatusUpdate(BTC, haltedMs, TradingStatus.OFFLINE), haltedMs),
                told(trade(nextId++, haltedMs, 100, 1, true), haltedMs));
        assertThat(bars(tell(START_MS + 180_500))).as("the one at the halt is no proof").hasSize(1);
        long resumedMs = START_MS + 181_000;
        tell(resumedMs, told(trade(nextId++, resumedMs, 100, 1, true), resumedMs));
        assertThat(bars(tell(START_MS + 300_500))).extracting(Bar::openTimeMs).as("the quiet minute after it too")
                .containsExactly(START_MS + 180_000, START_MS + 240_000);
    }

    private List<ClosedMinute> tell(long nowMs, MarketBatch.Item... items) {
        return book.take(new MarketBatch(nowMs, List.of(items)));
    }

    private static List<Bar> bars(List<ClosedMinute> minutes) {
        return minutes.stream().flatMap(minute -> minute.bars().stream()).toList();
    }

    private static MarketBatch.Told told(MarketEvent event, long receivedAtMs) {
        return new MarketBatch.Told(event, receivedAtMs);
    }

    private static Trade of(InstrumentId id, long timeMs, long price) {
        return new Trade(id, timeMs, timeMs == START_MS ? 1 : 2, price * FixedPoint.ONE, FixedPoint.ONE, true);
    }

    private static Quote quote(long timeMs, double bid, double ask) {
        return new Quote(BTC, timeMs, Math.round(bid * FixedPoint.ONE), FixedPoint.ONE,
                Math.round(ask * FixedPoint.ONE), FixedPoint.ONE);
    }
}
