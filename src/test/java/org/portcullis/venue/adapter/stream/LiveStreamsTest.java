package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.Quote;
import org.portcullis.market.Trade;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

/** Real WebSockets and HTTP against a venue that fails in every way that venues fail. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveStreamsTest {

    static final long MINUTE = 60_000;
    /** Half a second a minute; what is late by less than 400 ms is still in time. */
    static final long FAST = 120;
    /** Market time runs ahead of the machine: ten minutes of it are five seconds, too short for a busy one to ask. */
    private static final String PATIENT = "24h";
    private static final int SENT = 20_000;

    private final FakeVenue venue = new FakeVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    @DisplayName("S3-04 S2-REQ-CB1 a hundred connections cut fifty times lose no closed bar")
    void a_hundred_connections_cut_fifty_times_lose_no_closed_bar() throws InterruptedException {
        int instruments = 200;
        try (RunningFeed feed = feed(instruments, FAST, set("per-connection", "2", "fill-wait", PATIENT))) {
            for (int round = 0; round < 50; round++) {
                feed.tradeUntil(instruments, "all are live", () -> feed.all(State.LIVE));
                venue.cutAll();
                feed.until("the cut is noticed", () -> !feed.all(State.LIVE));
            }
            feed.tradeUntil(instruments, "all are live again", () -> feed.all(State.LIVE));
            long end = feed.nowMs() - feed.nowMs() % MINUTE;
            feed.tradeUntil(instruments, "everything up to the last cut is closed", () -> closedUpTo(feed, instruments,
                    end));
            for (int i = 0; i < instruments; i++) {
                TreeMap<Long, Bar> traded = new TreeMap<>(feed.closed.get(id(i)).headMap(end));
                assertThat((traded.lastKey() - traded.firstKey()) / MINUTE + 1).as("no minute of %s is missing", id(i))
                        .isEqualTo(traded.size());
                sameAsTheVenue(id(i), traded);
                assertThat(traded.keySet()).containsAll(venue.tape().bars(id(i)).headMap(end).keySet());
            }
            assertThat(feed.streams.streams()).hasSize(100).allMatch(one -> one.reconnects() >= 50);
            assertThat(feed.bars.counts()).containsKey(Code.MINUTE_FILLED).doesNotContainKey(Code.MINUTE_LOST);
            assertThat(feed.wrong).isEmpty();
        }
    }

    @Test
    @DisplayName("S1-02 whole minutes come from our own trades and equal the venue's bars; nothing is fetched for them")
    void whole_minutes_come_from_trades() throws InterruptedException {
        try (RunningFeed feed = feed(3, FAST, set("per-connection", "1"))) {
            feed.tradeUntil(3, "minutes are closed", () -> feed.closed.size() == 3
                    && feed.closed.values().stream().allMatch(bars -> bars.size() >= 5));
            feed.closed.forEach(this::sameAsTheVenue);
            long filled = feed.bars.counts().getOrDefault(Code.MINUTE_FILLED, 0L);
            assertThat(filled).as("only the minutes in which it began").isBetween(3L, 6L);
        }
    }

    @Test
    @DisplayName("S3-05 one poisoned symbol never stops another")
    void one_poisoned_symbol_never_stops_another() throws InterruptedException {
        venue.forgetHistory(id(0));
        try (RunningFeed feed = feed(3, FAST, set("per-connection", "3"))) {
            feed.tradeUntil(3, "live", () -> feed.all(State.LIVE));
            feed.tradeUntil(3, "the others have bars", () -> {
                venue.send(id(0), "POISON");
                venue.send(id(0), "T,NOBODY,x");
                return size(feed, 1) >= 5 && size(feed, 2) >= 5;
            });
            assertThat(size(feed, 0)).as("its first minute was not heard wholly and cannot be fetched").isZero();
            assertThat(feed.health(0).state()).isEqualTo(State.LIVE);
            assertThat(feed.health(0).reconnects()).isZero();
            assertThat(feed.health(0).troubles()).containsKey("UNREADABLE_FRAME");
        }
    }

    @Test
    @DisplayName("a stream that connects and stays silent is noticed")
    void a_stream_that_connects_and_stays_silent_is_noticed() throws InterruptedException {
        venue.mood(FakeVenue.Mood.SILENT);
        try (RunningFeed feed = feed(1, 1, set("silence-max", "100ms"))) {
            feed.until("it was opened anew, again and again", () -> venue.accepted() >= 4);
            assertThat(feed.health(0).lastTrouble()).contains("brought no data within 100 ms");
            venue.mood(FakeVenue.Mood.SOUND);
            feed.tradeUntil(1, "it recovers", () -> feed.all(State.LIVE));
        }
    }

    @Test
    void a_half_open_connection_is_noticed() throws InterruptedException {
        try (RunningFeed feed = feed(1, 1, set("silence-max", "200ms"))) {
            feed.tradeUntil(1, "live", () -> feed.all(State.LIVE));
            venue.mood(FakeVenue.Mood.HALF_OPEN);
            feed.until("it was given up", () -> feed.streams.streams().stream()
                    .anyMatch(one -> one.lastTrouble().contains("silent for 200 ms")));
            venue.mood(FakeVenue.Mood.SOUND);
            feed.tradeUntil(1, "it recovers", () -> feed.all(State.LIVE));
        }
    }

    @Test
    void a_venue_that_refuses_is_asked_again_with_growing_waits() throws InterruptedException {
        venue.mood(FakeVenue.Mood.REFUSING);
        try (RunningFeed feed = feed(1, 1, set("silence-max", "5s"))) {
            feed.until("several attempts", () -> feed.streams.streams().size() == 1
                    && feed.health(0).reconnects() >= 5);
            assertThat(feed.health(0).lastTrouble()).contains("could not be opened");
            venue.mood(FakeVenue.Mood.SOUND);
            feed.tradeUntil(1, "it recovers", () -> feed.all(State.LIVE));
        }
    }

    @Test
    @DisplayName("repeated and swapped frames change no bar")
    void repeated_and_swapped_frames_change_no_bar() throws InterruptedException {
        venue.repeat(true);
        venue.swap(true);
        try (RunningFeed feed = feed(2, FAST, set("per-connection", "2", "fill-wait", PATIENT))) {
            feed.tradeUntil(2, "minutes are closed", () -> size(feed, 0) >= 4 && size(feed, 1) >= 4);
            feed.closed.forEach(this::sameAsTheVenue);
            assertThat(feed.bars.counts()).containsKey(Code.TRADE_REPEATED).doesNotContainKey(Code.MINUTE_LOST);
        }
    }

    @Test
    void a_connection_is_replaced_before_its_life_ends_and_nothing_is_missed() throws InterruptedException {
        try (RunningFeed feed = feed(2, FAST, set("life-max", "150ms", "per-connection", "2"))) {
            feed.tradeUntil(2, "it was replaced several times", () -> feed.streams.streams().size() == 1
                    && feed.health(0).replacements() >= 4 && size(feed, 0) >= 5);
            assertThat(feed.health(0).reconnects()).isZero();
            feed.closed.forEach(this::sameAsTheVenue);
            feed.until("the old ones are gone", () -> venue.connections() <= 2);
        }
    }

    @Test
    void what_the_venue_asks_is_answered_its_end_is_believed_and_a_lost_book_is_fetched() throws InterruptedException {
        try (RunningFeed feed = feed(1, 1, set("silence-max", "5s"))) {
            feed.tradeUntil(1, "live", () -> feed.all(State.LIVE));
            venue.send(id(0), "ASK,7");
            feed.until("it answers and says that it is there", () -> venue.received().contains("ANSWER,7")
                    && venue.received().contains("ALIVE"));
            int requests = venue.requests();
            venue.send(id(0), "GAP," + id(0));
            feed.until("the book is fetched", () -> venue.requests() > requests);
            venue.send(id(0), "BYE");
            feed.until("it connects anew", () -> venue.accepted() >= 2);
            feed.until("both are counted", () -> feed.health(0).troubles().keySet()
                    .containsAll(List.of("SEQUENCE_GAP", "CONNECTION_ENDING")));
        }
    }

    @Test
    @DisplayName("S1-02 of many quotes the newest is shown and the others are counted, no trade is ever left out")
    void the_newest_quote_wins_and_no_trade_is_left_out() throws InterruptedException {
        try (RunningFeed feed = feed(1, 1, set("frames-ahead", "64"))) {
            feed.tradeUntil(1, "live", () -> feed.all(State.LIVE));
            long first = venue.tape().trade(id(0), feed.nowMs()).venueTradeId() + 1;
            for (int i = 1; i <= SENT; i++) {
                venue.send(id(0), "Q," + id(0) + "," + feed.nowMs() + "," + i + "," + (i + 1));
                venue.trade(id(0), feed.nowMs());
            }
            feed.until("all trades are there", () -> trades(feed, first) == SENT);
            feed.until("all quotes are accounted for", () -> quotes(feed) + feed.streams.quotesSuperseded() == SENT);
            assertThat(feed.bars.quote(id(0)).map(Quote::bidE8)).contains((long) SENT);
        }
    }

    private void sameAsTheVenue(InstrumentId id, TreeMap<Long, Bar> ours) {
        sameAsTheVenue(venue, id, ours);
    }

    /** A quiet minute is flat with us and nothing at the venue; every other one is the same. */
    static void sameAsTheVenue(FakeVenue venue, InstrumentId id, TreeMap<Long, Bar> ours) {
        TreeMap<Long, Bar> truth = venue.tape().bars(id);
        ours.forEach((open, bar) -> {
            if (bar.volumeE8() == 0) {
                assertThat(truth).as("%s is flat", id).doesNotContainKey(open);
            } else {
                assertThat(bar).as(id.value()).isEqualTo(truth.get(open));
            }
        });
    }

    private RunningFeed feed(int instruments, long speed, UnaryOperator<Map<String, String>> settings) {
        return feed(venue, instruments, speed, settings);
    }

    static RunningFeed feed(FakeVenue venue, int instruments, long speed,
            UnaryOperator<Map<String, String>> settings) {
        return new RunningFeed(venue, instruments, speed, keys -> {
            keys.put("grace", "50s");
            keys.put("cover-margin", "1s");
            keys.put("fill-wait", "60m");
            return settings.apply(keys);
        });
    }

    static UnaryOperator<Map<String, String>> set(String... pairs) {
        return keys -> {
            for (int i = 0; i < pairs.length; i += 2) {
                keys.put(pairs[i], pairs[i + 1]);
            }
            return keys;
        };
    }

    static boolean closedUpTo(RunningFeed feed, int instruments, long end) {
        for (int i = 0; i < instruments; i++) {
            TreeMap<Long, Bar> bars = feed.closed.get(id(i));
            if (bars == null || bars.isEmpty() || bars.lastKey() < end) {
                return false;
            }
        }
        return true;
    }

    static int size(RunningFeed feed, int number) {
        TreeMap<Long, Bar> bars = feed.closed.get(id(number));
        return bars == null ? 0 : bars.size();
    }

    private static long trades(RunningFeed feed, long first) {
        synchronized (feed.events) {
            return feed.events.stream().filter(event -> event instanceof Trade trade && trade.venueTradeId() >= first)
                    .count();
        }
    }

    private static long quotes(RunningFeed feed) {
        synchronized (feed.events) {
            return feed.events.stream().filter(Quote.class::isInstance).count();
        }
    }
}
