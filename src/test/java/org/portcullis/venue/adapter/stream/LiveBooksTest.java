package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.market.BookDepth;
import org.portcullis.market.BookDepth.Level;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

/** Books as other threads see them while a feed runs. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveBooksTest {

    private static final int CHANGES = 2_000;

    private final FakeVenue venue = new FakeVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private static RunningFeed feed(FakeVenue venue, String channels) {
        return new RunningFeed(venue, 2, 1, keys -> {
            keys.put("channels", channels);
            keys.put("per-connection", "1");
            return keys;
        });
    }

    private static boolean shows(RunningFeed feed, long bestBid) {
        return feed.streams.book(id(0), 10).filter(book -> !book.bids().isEmpty()
                && book.bids().get(0).priceE8() == bestBid).isPresent();
    }

    @Test
    @DisplayName("B-D3: the book of a running feed may be asked from any thread, and is gone with its connection")
    void a_book_is_held_while_its_connection_is() throws InterruptedException {
        try (RunningFeed feed = feed(venue, "TRADES,BOOK")) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            long before = feed.nowMs();
            venue.send(id(0), "B,COIN0,BUY,99,5");
            venue.send(id(0), "B,COIN0,BUY,100,2");
            venue.send(id(0), "B,COIN0,SELL,102,3");
            feed.until("it is held", () -> feed.streams.book(id(0), 10).filter(BookDepth::believable).isPresent());
            BookDepth book = feed.streams.book(id(0), 10).orElseThrow();
            assertThat(book.bids()).containsExactly(new Level(100, 2), new Level(99, 5));
            assertThat(book.asks()).containsExactly(new Level(102, 3));
            assertThat(book.timeMs()).isBetween(before - 60_000, feed.nowMs());
            assertThat(feed.streams.book(id(0), 1).orElseThrow().bids()).containsExactly(new Level(100, 2));
            assertThat(feed.streams.book(id(1), 10)).as("none of the other was told").isEmpty();
            venue.cutAll();
            feed.until("it is gone", () -> feed.streams.book(id(0), 10).isEmpty());
        }
    }

    @Test
    @DisplayName("B-D3: whoever looks while the book changes sees it between two frames, never half of one")
    void nobody_sees_half_a_frame() throws InterruptedException {
        try (RunningFeed feed = feed(venue, "TRADES,BOOK")) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            for (int i = 1; i <= CHANGES; i++) {
                venue.send(id(0), "B,COIN0,BUY," + i + "," + i);
                assertInOrder(feed.streams.book(id(0), CHANGES));
            }
            BooleanSupplier last = () -> shows(feed, CHANGES);
            feed.until("the last change is seen", () -> {
                assertInOrder(feed.streams.book(id(0), CHANGES));
                return last.getAsBoolean();
            });
        }
    }

    private static void assertInOrder(Optional<BookDepth> book) {
        book.ifPresent(seen -> {
            for (int i = 0; i < seen.bids().size(); i++) {
                assertThat(seen.bids().get(i).priceE8()).as("levels are whole and in order")
                        .isEqualTo(seen.bids().get(0).priceE8() - i).isEqualTo(seen.bids().get(i).quantityE8());
            }
        });
    }

    @Test
    @DisplayName("B-D3: where the channel BOOK is not heard no book is held")
    void without_the_channel_no_book_is_held() throws InterruptedException {
        try (RunningFeed feed = feed(venue, "TRADES")) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            venue.send(id(0), "B,COIN0,BUY,100,2");
            feed.tradeUntil(2, "it was heard", () -> feed.health(0).frames() >= 20);
            assertThat(feed.streams.book(id(0), 10)).isEmpty();
        }
    }
}
