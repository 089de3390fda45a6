package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.FAST;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.MINUTE;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.closedUpTo;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.feed;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.sameAsTheVenue;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.set;
import static org.portcullis.venue.adapter.stream.LiveStreamsTest.size;
import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

/** What counts as heard, and what does not. */
@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveCoverTest {

    private final FakeVenue venue = new FakeVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    @Test
    @DisplayName("S1-02 a feed that was stopped and started again invents no bar, and still notices a lost connection")
    void a_feed_that_was_started_again_asks_for_what_it_missed() throws InterruptedException {
        try (RunningFeed feed = feed(venue, 1, FAST, set())) {
            feed.tradeUntil(1, "minutes are closed", () -> size(feed, 0) >= 2);
            feed.stop();
            assertThat(feed.all(State.STOPPED)).isTrue();
            long missedMs = feed.nowMs() - feed.nowMs() % MINUTE + MINUTE;
            feed.tradeUntil(1, "the market goes on meanwhile", () -> feed.nowMs() >= missedMs + 3 * MINUTE);
            feed.startAgain();
            feed.tradeUntil(1, "what was missed is closed", () -> feed.closed.get(id(0)).lastKey()
                    >= missedMs + 4 * MINUTE && feed.all(State.LIVE));
            venue.cutAll();
            feed.until("the cut is noticed", () -> feed.health(0).reconnects() > 0);
            long end = feed.nowMs() - feed.nowMs() % MINUTE + MINUTE;
            feed.tradeUntil(1, "the minute of the cut is closed", () -> closedUpTo(feed, 1, end));
            sameAsTheVenue(venue, id(0), feed.closed.get(id(0)));
            assertThat(feed.closed.get(id(0)).keySet())
                    .containsAll(venue.tape().bars(id(0)).subMap(missedMs, end).keySet());
        }
    }

    @Test
    @DisplayName("a feed that broke is not shown as stopped, so that it is noticed; two never run at once")
    void a_feed_that_broke_is_told_from_one_that_was_stopped() throws InterruptedException {
        try (RunningFeed feed = RunningFeed.parts(venue, 1, 1)) {
            assertThat(feed.streams.open()).isTrue();
            assertThat(feed.streams.open()).as("the first has not ended").isFalse();
            feed.streams.hear(feed.streams.next());
            feed.streams.broke("an error that nobody gets over");
            assertThat(feed.all(State.WAITING)).isTrue();
            assertThat(feed.health(0).reconnects()).isEqualTo(1);
            assertThat(feed.health(0).lastTrouble()).contains("an error that nobody gets over");
            feed.streams.close();
            assertThat(feed.all(State.STOPPED)).isTrue();
            assertThat(feed.streams.open()).isTrue();
            feed.streams.close();
        }
    }

    @Test
    @DisplayName("S1-02 a connection that brings everything but an instrument's trades does not vouch for them")
    void quotes_do_not_vouch_for_trades() throws InterruptedException {
        try (RunningFeed feed = feed(venue, 2, FAST, set("per-connection", "2"))) {
            feed.until("the venues bars are taken", () -> {
                venue.trade(id(0), feed.nowMs());
                venue.tape().trade(id(1), feed.nowMs());
                venue.send(id(1), "Q," + id(1) + "," + feed.nowMs() + ",1,2");
                return size(feed, 0) >= 5 && size(feed, 1) >= 5;
            });
            feed.closed.forEach((id, bars) -> sameAsTheVenue(venue, id, bars));
            assertThat(feed.closed.get(id(1)).values()).noneMatch(bar -> bar.volumeE8() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "ERROR,COIN1"})
    @DisplayName("S1-02 after a refusal trades have to come again before an instrument counts as heard")
    void a_refusal_ends_the_belief_in_trades(String refusal) throws InterruptedException {
        try (RunningFeed feed = feed(venue, 2, FAST, set("per-connection", "2"))) {
            feed.tradeUntil(2, "minutes are closed", () -> size(feed, 0) >= 2 && size(feed, 1) >= 2);
            venue.send(id(0), refusal);
            long end = feed.nowMs() - feed.nowMs() % MINUTE + 5 * MINUTE;
            feed.until("minutes after it are closed", () -> {
                venue.trade(id(0), feed.nowMs());
                venue.tape().trade(id(1), feed.nowMs());
                return closedUpTo(feed, 2, end);
            });
            feed.closed.forEach((id, bars) -> sameAsTheVenue(venue, id, bars));
            assertThat(feed.closed.get(id(1)).values()).noneMatch(bar -> bar.volumeE8() == 0);
            assertThat(feed.health(0).reconnects()).isZero();
        }
    }

    @Test
    @DisplayName("S1-02 a trade that was lost with a frame is noticed without another one of its instrument")
    void a_hole_in_the_frames_leaves_its_minute_to_the_venue() throws InterruptedException {
        try (RunningFeed feed = feed(venue, 2, FAST, set("per-connection", "2"))) {
            feed.tradeUntil(2, "minutes are closed", () -> size(feed, 0) >= 2 && size(feed, 1) >= 2);
            long lost = venue.tape().trade(id(1), feed.nowMs()).timeMs();
            venue.send(id(0), "HOLE");
            long end = lost - lost % MINUTE + 2 * MINUTE;
            feed.until("its minute is closed", () -> {
                venue.trade(id(0), feed.nowMs());
                return closedUpTo(feed, 2, end);
            });
            feed.closed.forEach((id, bars) -> sameAsTheVenue(venue, id, bars));
            assertThat(feed.closed.get(id(1)).get(end - MINUTE).volumeE8()).as("a quiet minute after it").isZero();
        }
    }
}
