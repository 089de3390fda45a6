package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.market.BookDepth;
import org.portcullis.market.Quote;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

/** Books that lost their thread or are no longer told anything, and quotes that bear no time. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LostBooksTest {

    private static final long BEHIND_MS = 3_600_000;

    private final FakeVenue venue = new FakeVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private RunningFeed feed() {
        return new RunningFeed(venue, 2, 1, keys -> {
            keys.put("channels", "TRADES,QUOTES,BOOK");
            keys.put("warm-up", "0s");
            return keys;
        });
    }

    @Test
    @DisplayName("B-D3: a book that could not be fetched is asked for again, without another trouble of its stream")
    void a_book_that_could_not_be_fetched_is_asked_for_again() throws InterruptedException {
        try (RunningFeed feed = feed()) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            venue.forgetHistory(id(0));
            venue.send(id(0), "GAP,COIN0");
            feed.until("it is asked for again and again", () -> venue.booksAsked() >= 3);
        }
    }

    @Test
    void a_book_that_came_is_not_asked_for_again() throws InterruptedException {
        try (RunningFeed feed = feed()) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            venue.send(id(0), "GAP,COIN0");
            feed.until("it is asked for", () -> venue.booksAsked() >= 1);
            long frames = feed.health(0).frames();
            feed.tradeUntil(2, "the feed went on", () -> feed.health(0).frames() >= frames + 100);
            assertThat(venue.booksAsked()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("B-D3: a book ages while others of its connection are told changes")
    void a_book_ages_while_others_are_told_changes() throws InterruptedException {
        try (RunningFeed feed = feed()) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            venue.send(id(0), "B,COIN0,BUY,100,2");
            feed.until("it is held", () -> feed.streams.book(id(0), 1).isPresent());
            long heldAtMs = feed.nowMs();
            long frames = feed.health(0).frames();
            feed.until("time and frames went on", () -> {
                venue.send(id(1), "B,COIN1,BUY,100,2");
                return feed.nowMs() > heldAtMs + 50 && feed.health(0).frames() > frames + 20;
            });
            assertThat(feed.streams.book(id(0), 1).map(BookDepth::timeMs).orElseThrow())
                    .isLessThanOrEqualTo(heldAtMs);
        }
    }

    @Test
    @DisplayName("S4-M3: a quote without a time bears the venue's time of its receipt and tells nothing of its clock")
    void a_quote_without_a_time_bears_the_venues() throws InterruptedException {
        try (RunningFeed feed = new RunningFeed(venue, 1, 1, keys -> {
            keys.put("warm-up", "0s");
            return keys;
        }, 2 * BEHIND_MS)) {
            long beganMs = feed.nowMs();
            feed.until("the venue's clock is known and such a quote bears it", () -> {
                venue.trade(id(0), feed.nowMs() - BEHIND_MS);
                venue.send(id(0), "O,COIN0,10,12");
                return feed.events.stream().anyMatch(event -> event instanceof Quote
                        && event.timeMs() < beganMs - BEHIND_MS / 2);
            });
        }
    }
}
