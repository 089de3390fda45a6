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
class DisconnectWatchTest {

    private List<StreamHealth> streams = List.of();
    private final List<String> lost = new ArrayList<>();
    private final DisconnectWatch watch = new DisconnectWatch(() -> streams, (venue, id, atMs) -> lost.add(venue),
            () -> 7);

    private void look(State state, long reconnects, long replacements) {
        streams = List.of(new StreamHealth("binance-spot/market/1", 1, state, 0, 0, 0, 0, reconnects, replacements,
                Map.of(), ""));
        watch.look();
    }

    @Test
    @DisplayName("B-R14: a stream that brought data and brings none any more is lost at once, and told once")
    void a_lost_stream_is_told_once() {
        look(State.OPENING, 0, 0);
        look(State.LIVE, 0, 0);
        look(State.LIVE, 0, 1);
        assertThat(lost).as("never live, then live, then replaced as planned").isEmpty();
        look(State.WAITING, 0, 1);
        look(State.OPENING, 1, 1);
        assertThat(lost).containsExactly("binance-spot");
        look(State.LIVE, 1, 1);
        look(State.LIVE, 2, 1);
        assertThat(lost).as("it came back between two looks").hasSize(2);
        look(State.STOPPED, 2, 1);
        assertThat(lost).as("the feed has ended").hasSize(2);
    }
}
