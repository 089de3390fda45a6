package org.portcullis.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.StreamConnection;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BinanceLanguageTest {

    private static final URI STREAMS = URI.create("wss://fstream.binance.com/");

    @Test
    @DisplayName("S3-04 fifty symbols a connection, book data and the rest on the paths that carry them")
    void instruments_are_spread_over_connections_of_two_paths() {
        List<StreamConnection> connections = Futures.USDM.connections(STREAMS, contracts(101),
                EnumSet.allOf(Channel.class), 50);
        assertThat(connections).extracting(StreamConnection::name).containsExactly("binance-usdm/public/1",
                "binance-usdm/public/2", "binance-usdm/public/3", "binance-usdm/market/1", "binance-usdm/market/2",
                "binance-usdm/market/3");
        assertThat(connections).extracting(connection -> connection.instruments().size())
                .containsExactly(50, 50, 1, 50, 50, 1);
        assertThat(connections.get(0).address()).hasToString("wss://fstream.binance.com/public/stream");
        assertThat(connections.get(0).channels()).containsExactlyInAnyOrder(Channel.QUOTES, Channel.BOOK);
        assertThat(connections.get(3).address()).hasToString("wss://fstream.binance.com/market/stream");
        assertThat(connections.get(3).channels()).containsExactlyInAnyOrder(Channel.TRADES, Channel.BARS,
                Channel.FUNDING, Channel.STATUS);
    }

    @Test
    void only_the_path_that_is_needed_is_opened() {
        assertThat(Futures.USDM.connections(STREAMS, contracts(1), Set.of(Channel.TRADES), 50)).singleElement()
                .extracting(StreamConnection::name).isEqualTo("binance-usdm/market/1");
        assertThat(Futures.SPOT.connections(STREAMS, contracts(1), Set.of(Channel.FUNDING), 50)).isEmpty();
        assertThat(Futures.USDM.connections(STREAMS, contracts(1_000), Set.of(Channel.TRADES), 1_000)).hasSize(4);
    }

    @Test
    void streams_are_subscribed_to_by_frames_of_200_at_most() {
        Instrument[] fifty = contracts(50).toArray(Instrument[]::new);
        List<String> market = Futures.dialogue(Futures.USDM, Set.of(Channel.TRADES, Channel.BARS, Channel.FUNDING,
                Channel.STATUS), fifty).greeting();
        assertThat(market).hasSize(1);
        assertThat(market.get(0)).startsWith("{\"method\":\"SUBSCRIBE\",\"params\":[\"c0usdt@aggTrade\",")
                .contains("\"c49usdt@kline_1m\"", "\"c49usdt@markPrice@1s\"", "\"!contractInfo\"")
                .endsWith("],\"id\":1}");
        List<String> all = Futures.dialogue(Futures.SPOT, Set.of(Channel.values()), contracts(300)
                .toArray(Instrument[]::new)).greeting();
        assertThat(all).hasSize(8).allMatch(frame -> frame.split("usdt@").length <= 201);
        assertThat(all.get(7)).endsWith("],\"id\":8}").doesNotContain("contractInfo");
    }

    private static List<Instrument> contracts(int count) {
        List<Instrument> contracts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contracts.add(Futures.contract("C" + i));
        }
        return contracts;
    }
}
