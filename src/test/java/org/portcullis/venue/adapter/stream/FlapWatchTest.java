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
class FlapWatchTest {

    private List<StreamHealth> streams = List.of();
    private final List<String> lost = new ArrayList<>();
    private final FlapWatch watch = new FlapWatch(() -> streams, (venue, id, atMs) -> lost.add(venue + ": " + id),
            () -> 7);

    @Test
    @DisplayName("S2-CB2: every lost connection is told once with its venue; a planned replacement is none")
    void every_lost_connection_is_told_once() {
        watch.look();
        streams = List.of(health("binance-usdm/market/1", 1, 0), health("coinbase/2", 0, 3));
        watch.look();
        watch.look();
        assertThat(lost).containsExactly("binance-usdm: binance-usdm/market/1 1 7");
        streams = List.of(health("binance-usdm/market/1", 3, 0), health("coinbase/2", 1, 3));
        watch.look();
        assertThat(lost.subList(1, lost.size())).containsExactly("binance-usdm: binance-usdm/market/1 2 7",
                "binance-usdm: binance-usdm/market/1 3 7", "coinbase: coinbase/2 1 7");
    }

    private static StreamHealth health(String connection, long reconnects, long replacements) {
        return new StreamHealth(connection, 1, State.LIVE, 0, 0, 0, 0, reconnects, replacements, Map.of(), "");
    }
}
