package org.portcullis.venue.adapter.stream;

import static org.portcullis.venue.adapter.stream.RunningFeed.id;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.StreamHealth.State;
import org.portcullis.venue.stream.FakeVenue;

@Timeout(120)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnnouncedStatusTest {

    @Test
    @DisplayName("S2-REQ-EX1 what a venue announces of an instrument is told at once, and is an event like others")
    void what_a_venue_announces_is_told() throws InterruptedException {
        StatusUpdate halt = new StatusUpdate(id(1), 5, TradingStatus.OFFLINE);
        try (FakeVenue venue = new FakeVenue(); RunningFeed feed = new RunningFeed(venue, 2, 1, keys -> keys)) {
            feed.tradeUntil(2, "live", () -> feed.all(State.LIVE));
            venue.send(id(1), "S,COIN1,5,OFFLINE");
            feed.until("it is told", () -> feed.statuses.contains(halt) && feed.events.contains(halt));
        }
    }
}
