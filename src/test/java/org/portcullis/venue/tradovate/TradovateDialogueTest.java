package org.portcullis.venue.tradovate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Quote;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble.Code;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TradovateDialogueTest {

    static final Instrument MNQ = new Instrument(new InstrumentId("MNQ"), "tradovate", "MNQ", "USD", e8("0.25"),
            FixedPoint.ONE, FixedPoint.ONE, 0, 2 * FixedPoint.ONE, 1, 1);
    private static final String QUOTE = "a[{\"e\":\"md\",\"d\":{\"quotes\":[{"
            + "\"timestamp\":\"2026-11-20T15:00:00.123Z\",\"contractId\":77,"
            + "\"entries\":{\"Bid\":{\"price\":21000.25,\"size\":4},\"Offer\":{\"price\":21000.5,"
            + "\"size\":2},\"Trade\":{\"price\":21000.5,\"size\":1}}}]}}]";
    private static final String BARS = "a[{\"e\":\"chart\",\"d\":{\"charts\":[{\"id\":11,\"td\":20261120,\"bars\":["
            + "{\"timestamp\":\"2026-11-20T15:00Z\","
            + "\"open\":21000,\"high\":21001.25,\"low\":20999.5,\"close\":21000.75,"
            + "\"upVolume\":10,\"downVolume\":7,\"upTicks\":3,\"downTicks\":2,\"bidVolume\":6,"
            + "\"offerVolume\":11}]}]}}]";
    private static final String TICKS = "a[{\"e\":\"chart\",\"d\":{\"charts\":[{\"id\":21,\"td\":20261120,\"bp\":84001,"
            + "\"bt\":1763650800000,\"ts\":0.25,\"tks\":[{\"t\":5,\"p\":1,\"s\":3,\"b\":0,\"a\":1,\"bs\":122,\"as\":28,"
            + "\"id\":501},{\"t\":9,\"p\":0,\"s\":1,\"b\":0,\"a\":1,\"bs\":121,\"as\":28,\"id\":502}]}]}}]";

    private String token = "secret-token";
    private final Dialogue dialogue = dialogue(EnumSet.allOf(Channel.class));

    @Test
    void the_venue_opens_and_we_authorise_and_subscribe_when_it_agrees() {
        assertThat(dialogue.greeting()).isEmpty();
        assertThat(dialogue.keepAlive()).containsExactly("[]");
        assertThat(hear("o").replies()).containsExactly("authorize\n1\n\nsecret-token");
        assertThat(hear("h").replies()).containsExactly("[]");
        List<String> first = hear("a[{\"s\":200,\"i\":1}]").replies();
        assertThat(first).hasSize(3);
        assertThat(first.get(0)).isEqualTo("contract/find\n2\nname=MNQZ6\n");
        assertThat(first.get(1)).startsWith("md/getChart\n3\n\n{\"symbol\":\"MNQZ6\",\"chartDescription\":"
                + "{\"underlyingType\":\"MinuteBar\",\"elementSize\":1,").endsWith("{\"asMuchAsElements\":500}}");
        assertThat(first.get(2)).startsWith("md/getChart\n4\n").contains("\"underlyingType\":\"Tick\"");
        assertThat(hear("a[{\"s\":200,\"i\":2,\"d\":{\"id\":77,\"name\":\"MNQZ6\"}}]").replies()).containsExactly(
                "md/subscribeQuote\n5\n\n{\"symbol\":\"MNQZ6\"}", "md/subscribeDOM\n6\n\n{\"symbol\":\"MNQZ6\"}");
        assertThat(hear("a[{\"s\":200,\"i\":5},{\"s\":200,\"i\":6,\"d\":{}}]")).isEqualTo(Heard.NOTHING);
    }

    @Test
    void quotes_name_what_changed_and_the_rest_is_remembered() {
        subscribed();
        assertThat(hear(QUOTE).events()).containsExactly(quote("21000.25", "4", "21000.5", "2"));
        assertThat(hear(QUOTE.replace("\"Bid\":{\"price\":21000.25,\"size\":4},", "")
                .replace("\"size\":2", "\"size\":9"))
                .events()).containsExactly(quote("21000.25", "4", "21000.5", "9"));
        assertThat(hear(QUOTE.replace("Bid", "HighPrice").replace("Offer", "LowPrice"))).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear(QUOTE.replace("77", "78")))).containsExactly(Code.UNKNOWN_SYMBOL);
        assertThat(codes(hear(QUOTE.replace("21000.25", "0")))).containsExactly(Code.BAD_VALUE);
        assertThat(codes(hear(QUOTE.replace("21000.25", "\"x\"")))).containsExactly(Code.BAD_VALUE);
    }

    @Test
    void half_a_quote_is_none_yet() {
        subscribed();
        assertThat(hear(QUOTE.replace("\"Bid\":{\"price\":21000.25,\"size\":4},", ""))).isEqualTo(Heard.NOTHING);
    }

    @Test
    void books_come_whole() {
        subscribed();
        String dom = "a[{\"e\":\"md\",\"d\":{\"doms\":[{\"contractId\":77,\"timestamp\":\"2026-11-20T15:00:00Z\","
                + "\"bids\":[{\"price\":21000.25,\"size\":4},{\"price\":21000,\"size\":9}],"
                + "\"offers\":[{\"price\":21000.5,"
                + "\"size\":2}]}]}}]";
        assertThat(hear(dom)).isEqualTo(Heard.NOTHING);
        assertThat(dialogue.book(MNQ.id()).orElseThrow().levels(Side.BUY, 9)).hasSize(2);
        hear(dom.replace(",{\"price\":21000,\"size\":9}", ""));
        assertThat(dialogue.book(MNQ.id()).orElseThrow().levels(Side.BUY, 9)).hasSize(1);
        assertThat(codes(hear(dom.replace("21000.5", "21000.25")))).containsExactly(Code.BAD_VALUE);
        assertThat(dialogue.book(MNQ.id())).isEmpty();
    }

    @Test
    void a_bar_is_over_when_the_next_one_begins() {
        subscribed();
        Bar first = new Bar(MNQ.id(), 1_795_186_800_000L, e8("21000"), e8("21001.25"), e8("20999.5"), e8("21000.75"),
                e8("17"), e8("11"));
        assertThat(hear(BARS).events()).containsExactly(new VenueBar(first, 9, false));
        assertThat(hear(BARS).events()).containsExactly(new VenueBar(first, 9, false));
        List<Object> next = new ArrayList<>(hear(BARS.replace("15:00Z", "15:01Z").replace("\"id\":11", "\"id\":12"))
                .events());
        assertThat(next).hasSize(2).first().isEqualTo(new VenueBar(first, 9, true));
        assertThat(codes(hear(BARS))).containsExactly(Code.OUT_OF_ORDER);
        assertThat(hear("a[{\"e\":\"chart\",\"d\":{\"charts\":[{\"id\":11,\"eoh\":true}]}}]")).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear(BARS.replace("15:00Z", "15:00:30Z")))).containsExactly(Code.BAD_VALUE);
        assertThat(codes(hear(BARS.replace("\"id\":11", "\"id\":99")))).containsExactly(Code.UNKNOWN_SYMBOL);
    }

    @Test
    void ticks_are_unpacked_from_a_first_price_and_time() {
        subscribed();
        assertThat(hear(TICKS).events()).containsExactly(
                new Trade(MNQ.id(), 1_763_650_800_005L, -1, e8("21000.5"), e8("3"), true),
                new Trade(MNQ.id(), 1_763_650_800_009L, -1, e8("21000.25"), e8("1"), false));
        assertThat(codes(hear(TICKS))).containsExactly(Code.OUT_OF_ORDER, Code.OUT_OF_ORDER);
        assertThat(codes(hear(TICKS.replace("501", "503").replace("502", "504").replace("84001", "-5"))))
                .containsExactly(Code.BAD_VALUE, Code.BAD_VALUE);
        assertThat(codes(hear(TICKS.replace("501", "503").replace("502", "504").replace("84001", "999999999999999"))))
                .containsExactly(Code.BAD_VALUE, Code.BAD_VALUE);
        assertThat(hear(TICKS.replace("501", "503").replace("502", "504").replace(",\"ts\":0.25", "")).events())
                .hasSize(2);
        // ticks of the past come with every new connection: they were heard, or are fetched as bars
        assertThat(hear(TICKS.replace("\"id\":21,", "\"id\":20,"))).isEqualTo(Heard.NOTHING);
    }

    @Test
    void a_refused_token_ends_the_connection_and_is_not_repeated() {
        hear("o");
        Heard refused = hear("a[{\"s\":401,\"i\":1,\"d\":\"Access is denied to secret-token\"}]");
        assertThat(codes(refused)).containsExactly(Code.VENUE_ERROR, Code.CONNECTION_ENDING);
        assertThat(refused.toString()).doesNotContain("secret-token");
        assertThat(hear("c[3000,\"bye secret-token\"]").toString()).doesNotContain("secret-token")
                .contains("CONNECTION_ENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void without_a_usable_token_nothing_is_asked(String unusable) {
        token = unusable;
        Heard heard = hear("o");
        assertThat(heard.replies()).isEmpty();
        assertThat(codes(heard)).containsExactly(Code.VENUE_ERROR, Code.CONNECTION_ENDING);
    }

    @Test
    void refusals_and_endings_are_said() {
        hear("o");
        hear("a[{\"s\":200,\"i\":1}]");
        assertThat(codes(hear("a[{\"s\":200,\"i\":2,\"d\":{\"errorText\":\"Symbol is inaccessible\",\"errorCode\":"
                + "\"UnknownSymbol\",\"mode\":\"None\"}}]"))).containsExactly(Code.VENUE_ERROR);
        assertThat(codes(hear("a[{\"s\":404,\"i\":3,\"d\":\"Not found\"}]"))).containsExactly(Code.VENUE_ERROR);
        assertThat(codes(hear("a[{\"s\":200,\"i\":99}]"))).containsExactly(Code.UNKNOWN_FRAME);
        assertThat(codes(hear("a[{\"e\":\"shutdown\",\"d\":{\"reasonCode\":\"Maintenance\"}}]")))
                .containsExactly(Code.CONNECTION_ENDING);
        assertThat(hear("a[{\"e\":\"clock\",\"d\":\"{}\"}]")).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear("a[{\"e\":\"news\"},{\"x\":1}]"))).containsExactly(Code.UNKNOWN_FRAME,
                Code.UNKNOWN_FRAME);
        assertThat(codes(hear("x"))).containsExactly(Code.UNREADABLE_FRAME);
        assertThat(codes(hear(""))).containsExactly(Code.UNREADABLE_FRAME);
        assertThat(codes(hear("a[1,"))).containsExactly(Code.UNREADABLE_FRAME);
    }

    private Heard hear(String frame) {
        return dialogue.hear(frame, 9);
    }

    private void subscribed() {
        hear("o");
        hear("a[{\"s\":200,\"i\":1}]");
        hear("a[{\"s\":200,\"i\":2,\"d\":{\"id\":77}},{\"s\":200,\"i\":3,\"d\":{\"historicalId\":11,"
                + "\"realtimeId\":12}},"
                + "{\"s\":200,\"i\":4,\"d\":{\"historicalId\":20,\"realtimeId\":21}}]");
    }

    private Dialogue dialogue(Set<Channel> channels) {
        TradovateLanguage language = new TradovateLanguage(() -> token, id -> id.value() + "Z6", MNQ);
        List<StreamConnection> connections = language.connections(URI.create("ws://localhost"), List.of(MNQ), channels,
                50);
        assertThat(connections).hasSize(1);
        return language.open(connections.get(0), List.of(MNQ));
    }

    private static Quote quote(String bid, String bidQuantity, String ask, String askQuantity) {
        return new Quote(MNQ.id(), 1_795_186_800_123L, e8(bid), e8(bidQuantity), e8(ask), e8(askQuantity));
    }

    private static List<Code> codes(Heard heard) {
        assertThat(heard.events()).isEmpty();
        return heard.troubles().stream().map(trouble -> trouble.code()).toList();
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
