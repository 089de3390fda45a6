package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamHealth.State;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReconnectWatchTest {

    private List<StreamHealth> streams = List.of();
    private final List<String> compared = new ArrayList<>();
    private final ReconnectWatch watch = new ReconnectWatch(() -> streams, () -> compared.add("compared"));

    @Test
    @DisplayName("SX-01: books are compared once after a reconnection, when every connection is live again")
    void books_are_compared_once_after_a_reconnection() {
        watch.look();
        streams = List.of(health(State.LIVE, 0), health(State.LIVE, 0));
        watch.look();
        streams = List.of(health(State.LIVE, 1), health(State.OPENING, 1));
        watch.look();
        assertThat(compared).isEmpty();
        streams = List.of(health(State.LIVE, 1), health(State.LIVE, 1));
        watch.look();
        watch.look();
        assertThat(compared).hasSize(1);
        streams = List.of(health(State.LIVE, 1), health(State.LIVE, 2));
        watch.look();
        assertThat(compared).hasSize(2);
    }

    @Test
    @DisplayName("SX-01: after a feed was started anew its first reconnection is compared like any other")
    void a_feed_that_was_started_anew_counts_from_nothing() {
        streams = List.of(health(State.LIVE, 3));
        watch.look();
        streams = List.of(health(State.LIVE, 0));
        watch.look();
        assertThat(compared).hasSize(1);
        streams = List.of(health(State.LIVE, 1));
        watch.look();
        assertThat(compared).hasSize(2);
    }

    private static StreamHealth health(State state, long reconnects) {
        return new StreamHealth("c", 1, state, 0, 0, 0, 0, reconnects, 0, Map.of(), "");
    }
}
