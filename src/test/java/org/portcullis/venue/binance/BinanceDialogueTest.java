package org.portcullis.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.FundingUpdate;
import org.portcullis.market.Quote;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamTrouble.Code;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BinanceDialogueTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final String SAMPLES = "protocol/binance/fixtures/nautilus/futures/market_data_json/";

    private final Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.allOf(Channel.class),
            Futures.contract("BTC"), Futures.contract("BNB"));

    @Test
    void a_trade_says_who_took() throws IOException {
        assertThat(hear(sample("agg_trade_stream")).events()).containsExactly(
                new Trade(BTC, 123_456_785, 5_933_014, e8("0.001"), e8("100"), false));
        assertThat(hear(sample("trade_stream").replace("\"m\": true", "\"m\": false")).events()).containsExactly(
                new Trade(BTC, 123_456_785, 5_933_014, e8("0.001"), e8("100"), true));
    }

    @Test
    void payments_of_the_insurance_fund_are_no_trades() {
        assertThat(hear("{\"e\":\"trade\",\"E\":1,\"T\":1,\"s\":\"BTCUSDT\",\"t\":7,\"p\":\"0\",\"q\":\"0\","
                + "\"X\":\"NA\",\"m\":true}")).isEqualTo(Heard.NOTHING);
    }

    @Test
    void a_quote_is_told_once_and_an_older_one_is_left_out() throws IOException {
        String frame = sample("book_ticker_stream");
        assertThat(hear(frame).events()).containsExactly(new Quote(new InstrumentId("BNBUSDT"), 1_568_014_460_891L,
                e8("25.3519"), e8("31.21"), e8("25.3652"), e8("40.66")));
        assertThat(codes(hear(frame))).containsExactly(Code.OUT_OF_ORDER);
        assertThat(codes(hear(frame.replace("400900217", "400900216")))).containsExactly(Code.OUT_OF_ORDER);
        assertThat(hear(frame.replace("400900217", "400900218")).events()).hasSize(1);
    }

    @Test
    void a_quote_of_spot_bears_no_time_and_gets_ours() {
        Dialogue spot = Futures.dialogue(Futures.SPOT, EnumSet.of(Channel.QUOTES), Futures.contract("BTC"));
        String frame = "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":4,\"s\":\"BTCUSDT\",\"b\":\"25\","
                + "\"B\":\"1\",\"a\":\"26\",\"A\":\"2\"}}";
        assertThat(spot.hear(frame, 77)).isEqualTo(
                Heard.withoutTime(new Quote(BTC, 77, e8("25"), e8("1"), e8("26"), e8("2"))));
        assertThat(spot.hear(frame.replace("\"u\":4", "\"u\":5,\"E\":70"), 77).stampedHere())
                .as("one that bears a time is the venue's").isFalse();
    }

    @Test
    void bars_are_of_one_minute_and_say_whether_they_are_over() throws IOException {
        Bar bar = new Bar(BTC, 1_638_747_660_000L, e8("0.001"), e8("0.0025"), e8("0.001"), e8("0.002"), e8("1000"),
                e8("500"));
        assertThat(hear(sample("kline_stream_closed")).events()).containsExactly(
                new VenueBar(bar, 1_638_747_660_000L, true));
        assertThat(hear(sample("kline_stream_open")).events()).hasSize(1)
                .allMatch(event -> !((VenueBar) event).closed());
        assertThat(codes(hear(sample("kline_stream_open").replace("1m", "5m"))))
                .containsExactly(Code.UNREADABLE_FRAME);
    }

    @Test
    void funding_is_told_with_the_mark_price_and_contracts_with_an_end_have_none() throws IOException {
        String frame = sample("mark_price_stream");
        assertThat(hear(frame).events()).containsExactly(new FundingUpdate(BTC, 1_562_305_380_000L, e8("11794.15"),
                e8("11784.62659091"), e8("0.00038167"), 1_562_306_400_000L));
        assertThat(hear(frame.replace("0.00038167", "").replace("1562306400000", "0")).events()).containsExactly(
                new FundingUpdate(BTC, 1_562_305_380_000L, e8("11794.15"), e8("11784.62659091"), 0, 0));
        assertThat(hear(frame.replace("0.00038167", "-0.0001")).events()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"TRADING,TRADING", "SETTLING,OFFLINE", "PENDING_TRADING,OFFLINE", "PRE_SETTLE,OFFLINE"})
    @DisplayName("S2-REQ-EX1 a contract that settles is no longer traded")
    void states_of_contracts_are_told(String theirs, TradingStatus ours) {
        String frame = "{\"e\":\"contractInfo\",\"E\":5,\"s\":\"BTCUSDT\",\"ct\":\"PERPETUAL\",\"cs\":\"" + theirs
                + "\"}";
        assertThat(hear(frame).events()).containsExactly(new StatusUpdate(BTC, 5, ours));
        assertThat(hear(frame.replace("BTCUSDT", "XRPUSDT"))).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear(frame.replace(theirs, "SLEEPING")))).containsExactly(Code.BAD_VALUE);
    }

    @Test
    void answers_carry_nothing_and_refusals_are_said() {
        assertThat(hear("{\"result\":null,\"id\":1}")).isEqualTo(Heard.NOTHING);
        assertThat(hear("{\"result\":[\"btcusdt@aggTrade\"],\"id\":3}")).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear("{\"code\":2,\"msg\":\"Invalid request: too many parameters\"}")))
                .containsExactly(Code.VENUE_ERROR);
        assertThat(codes(hear("{\"error\":{\"code\":3,\"msg\":\"Invalid JSON\"},\"id\":1}")))
                .containsExactly(Code.VENUE_ERROR);
        assertThat(hear("{\"e\":\"serverShutdown\",\"E\":1}").troubles()).singleElement()
                .matches(trouble -> trouble.needsReconnect());
    }

    @Test
    void kinds_that_we_know_and_do_not_use_carry_nothing_and_others_are_counted() throws IOException {
        assertThat(hear(sample("ticker_stream"))).isEqualTo(Heard.NOTHING);
        assertThat(hear(sample("liquidation_stream"))).isEqualTo(Heard.NOTHING);
        assertThat(codes(hear("{\"e\":\"brandNew\",\"s\":\"BTCUSDT\"}"))).containsExactly(Code.UNKNOWN_FRAME);
        assertThat(codes(hear("{\"hello\":1}"))).containsExactly(Code.UNKNOWN_FRAME);
        assertThat(codes(hear(sample("agg_trade_stream").replace("BTCUSDT", "XRPUSDT"))))
                .containsExactly(Code.UNKNOWN_SYMBOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"-1\"", "\"\"", "\"x\"", "\"0.000000001\"", "\"99999999999999\"", "1e400"})
    void a_price_that_we_cannot_hold_costs_its_event(String price) throws IOException {
        Heard heard = hear(sample("agg_trade_stream").replace("\"0.001\"", price));
        assertThat(heard.events()).isEmpty();
        assertThat(heard.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.code()).isEqualTo(Code.BAD_VALUE);
            assertThat(trouble.about()).isEqualTo("BTCUSDT");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{\"e\":\"aggTrade\"", "{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\"}",
        "{\"e\":{},\"s\":\"BTCUSDT\"}", "{\"e\":\"aggTrade\",\"s\":[\"BTCUSDT\"]}",
                "{\"e\":\"kline\",\"s\":\"BTCUSDT\","
        + "\"E\":1,\"k\":[]}", "{\"e\":\"aggTrade\",\"e\":\"aggTrade\",\"s\":\"BTCUSDT\"}"})
    void what_cannot_be_read_is_said(String frame) {
        assertThat(codes(hear(frame))).containsExactly(Code.UNREADABLE_FRAME);
    }

    @Test
    void a_change_that_cannot_be_read_costs_the_book_until_the_next_snapshot() {
        String body = "{\"lastUpdateId\":160,\"bids\":[[\"0.0024\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}";
        assertThat(dialogue.snapshot(BTC, body, 1)).isEqualTo(Heard.NOTHING);
        assertThat(dialogue.book(BTC).orElseThrow().bestE8(Side.SELL)).isEqualTo(e8("0.0026"));
        Heard heard = hear("{\"e\":\"depthUpdate\",\"E\":1,\"T\":1,\"s\":\"BTCUSDT\",\"U\":161,\"u\":162,\"pu\":160,"
                + "\"b\":[[\"0.0025\",\"-1\"]],\"a\":[]}");
        assertThat(codes(heard)).containsExactly(Code.BAD_VALUE, Code.SEQUENCE_GAP);
        assertThat(dialogue.book(BTC)).isEmpty();
        assertThat(codes(dialogue.snapshot(BTC, "{\"code\":-1003,\"msg\":\"Too many requests\"}", 1)))
                .containsExactly(Code.UNREADABLE_FRAME);
        dialogue.snapshot(BTC, body.replace("160", "163"), 1);
        assertThat(dialogue.book(BTC)).isPresent();
    }

    @Test
    void books_of_spot_count_from_the_first_change() {
        Dialogue spot = Futures.dialogue(Futures.SPOT, EnumSet.of(Channel.BOOK), Futures.contract("BTC"));
        Heard whole = spot.snapshot(BTC, "{\"lastUpdateId\":160,\"bids\":[[\"10\",\"1\"]],"
                + "\"asks\":[[\"11\",\"1\"]]}", 1);
        assertThat(whole.stampedHere()).as("a book of spot that was fetched bears no time").isTrue();
        String change = "{\"e\":\"depthUpdate\",\"E\":9,\"s\":\"BTCUSDT\",\"U\":157,\"u\":161,\"b\":[[\"10.5\",\"1\"]],"
                + "\"a\":[]}";
        assertThat(spot.hear(change, 1).events()).containsExactly(
                new Quote(BTC, 9, e8("10.5"), e8("1"), e8("11"), e8("1")));
        assertThat(spot.hear(change.replace("157", "162").replace("161", "163"), 1)).isEqualTo(Heard.NOTHING);
        Heard hole = spot.hear(change.replace("157", "165").replace("161", "166"), 1);
        assertThat(hole.troubles()).singleElement().matches(trouble -> trouble.needsSnapshot());
    }

    private Heard hear(String frame) {
        return dialogue.hear(frame, 77);
    }

    private static java.util.List<Code> codes(Heard heard) {
        assertThat(heard.events()).isEmpty();
        return heard.troubles().stream().map(trouble -> trouble.code()).toList();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(ReferenceBars.file(SAMPLES + name + ".json"));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
