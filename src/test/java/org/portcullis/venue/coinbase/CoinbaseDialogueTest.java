package org.portcullis.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.portcullis.market.Instrument;
import org.portcullis.market.Quote;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble.Code;
import org.portcullis.venue.wire.ListedFees;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoinbaseDialogueTest {

    private static final CoinbaseLanguage LANGUAGE = new CoinbaseLanguage(new ListedFees(40, 60));
    private static final InstrumentId BTC = new InstrumentId("BTCUSD");
    private static final String STATUS = "{\"channel\":\"status\",\"timestamp\":\"2026-04-07T14:30:00Z\","
            + "\"sequence_num\":0,\"events\":[{\"type\":\"snapshot\",\"products\":[{\"product_type\":\"SPOT\","
            + "\"id\":\"BTC-USD\",\"status\":\"online\"}]}]}";

    private final Dialogue dialogue = dialogue(EnumSet.allOf(Channel.class), pair("BTC", "USD"));

    @Test
    void one_channel_is_subscribed_to_a_frame_heartbeats_first() {
        assertThat(dialogue.greeting()).containsExactly("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}",
                "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"level2\"}",
                "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"market_trades\"}",
                "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"status\"}");
        assertThat(dialogue(Set.of(Channel.QUOTES), pair("BTC", "USD"), pair("ETH", "EUR")).greeting().get(1))
                .isEqualTo("{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\",\"ETH-EUR\"],\"channel\":\"ticker\"}");
        assertThat(LANGUAGE.connections(URI.create("ws://x"), List.of(pair("BTC", "USD"), pair("ETH", "USD"),
                pair("SOL", "USD")), Set.of(Channel.TRADES, Channel.BARS), 2))
                .extracting(StreamConnection::name).containsExactly("coinbase-spot/1", "coinbase-spot/2");
        assertThat(LANGUAGE.connections(URI.create("ws://x"), List.of(pair("BTC", "USD")), Set.of(Channel.BARS), 2))
                .isEmpty();
    }

    @Test
    void books_of_sixteen_products_share_a_connection_at_most() {
        List<Instrument> pairs = IntStream.range(0, 33).mapToObj(i -> pair("C" + i, "USD")).toList();
        URI base = URI.create("ws://x");
        assertThat(LANGUAGE.connections(base, pairs, Set.of(Channel.TRADES, Channel.BOOK), 50))
                .extracting(connection -> connection.instruments().size()).containsExactly(16, 16, 1);
        assertThat(LANGUAGE.connections(base, pairs, Set.of(Channel.BOOK), 15))
                .extracting(connection -> connection.instruments().size()).containsExactly(15, 15, 3);
        assertThat(LANGUAGE.connections(base, pairs, Set.of(Channel.TRADES, Channel.QUOTES), 50)).hasSize(1);
    }

    @Test
    void trades_say_who_took_which_is_not_the_side_they_are_told_with() throws IOException {
        Dialogue both = dialogue(EnumSet.allOf(Channel.class), pair("BTC", "USD"));
        assertThat(both.hear(sample("ws_market_trades"), 1).events()).containsExactly(
                new Trade(BTC, 1_775_572_202_789L, 995_098_700, e8("68900.5"), e8("0.0015"), false),
                new Trade(BTC, 1_775_572_202_800L, 995_098_701, e8("68900"), e8("0.05"), true));
    }

    @Test
    void trades_told_newest_first_are_heard_oldest_first() throws IOException {
        String swapped = sample("ws_market_trades").replace("995098700", "995098702");
        assertThat(dialogue.hear(swapped, 1).events()).extracting(event -> ((Trade) event).venueTradeId())
                .containsExactly(995_098_701L, 995_098_702L);
    }

    @Test
    void a_book_begins_whole_and_goes_on_by_changes() throws IOException {
        Heard whole = dialogue.hear(sample("ws_l2_data_snapshot"), 1);
        assertThat(whole.events()).containsExactly(new Quote(BTC, 1_775_572_200_123L, e8("68900"), e8("1.5"),
                e8("68901"), e8("0.5")));
        Heard change = dialogue.hear(sample("ws_l2_data_update"), 1);
        assertThat(change.events()).containsExactly(new Quote(BTC, 1_775_572_201_456L, e8("68900"), e8("2"),
                e8("68901.5"), e8("1.2")));
        assertThat(dialogue.book(BTC).orElseThrow().levels(Side.SELL, 9)).hasSize(2);
        assertThat(dialogue.hear(sample("ws_l2_data_update").replace("\"sequence_num\": 1", "\"sequence_num\": 2"), 1))
                .isEqualTo(Heard.NOTHING);
    }

    @Test
    @DisplayName("S3-05 a hole in the numbers of a connection gives up its books and asks for them anew")
    void a_hole_in_the_numbers_gives_up_the_books() throws IOException {
        dialogue.hear(sample("ws_l2_data_snapshot"), 1);
        String update = sample("ws_l2_data_update");
        Heard hole = dialogue.hear(update.replace("\"sequence_num\": 1", "\"sequence_num\": 2"), 1);
        assertThat(codes(hole)).containsExactly(Code.SEQUENCE_GAP);
        assertThat(hole.replies()).containsExactly(
                "{\"type\":\"unsubscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"level2\"}",
                "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channel\":\"level2\"}");
        assertThat(dialogue.book(BTC)).isEmpty();
        assertThat(codes(dialogue.hear(update, 1))).containsExactly(Code.OUT_OF_ORDER);
        dialogue.hear(sample("ws_l2_data_snapshot").replace("\"sequence_num\": 0", "\"sequence_num\": 3"), 1);
        assertThat(dialogue.book(BTC)).isPresent();
    }

    @Test
    void a_missing_heartbeat_is_a_hole_too() throws IOException {
        String beat = sample("ws_heartbeats");
        assertThat(dialogue.hear(beat, 1)).isEqualTo(Heard.NOTHING);
        assertThat(dialogue.hear(beat.replace("_num\": 0", "_num\": 1").replace("42", "43"), 1))
                .isEqualTo(Heard.NOTHING);
        assertThat(codes(dialogue.hear(beat.replace("_num\": 0", "_num\": 2").replace("42", "45"), 1)))
                .containsExactly(Code.SEQUENCE_GAP);
    }

    @Test
    void a_crossed_book_is_given_up() throws IOException {
        dialogue.hear(sample("ws_l2_data_snapshot"), 1);
        Heard crossed = dialogue.hear(sample("ws_l2_data_update").replace("68900.00", "68950.00"), 1);
        assertThat(codes(crossed)).containsExactly(Code.CROSSED_BOOK);
        assertThat(crossed.replies()).hasSize(2);
        assertThat(dialogue.book(BTC)).isEmpty();
    }

    @Test
    void a_book_that_begins_bad_is_not_asked_for_for_ever() throws IOException {
        Heard bad = dialogue.hear(sample("ws_l2_data_snapshot").replace("1.50000000", "-1"), 1);
        assertThat(codes(bad)).containsExactly(Code.BAD_VALUE);
        assertThat(bad.replies()).isEmpty();
        assertThat(dialogue.book(BTC)).isEmpty();
    }

    @Test
    void a_ticker_is_a_quote() throws IOException {
        Dialogue quotes = dialogue(Set.of(Channel.QUOTES), pair("BTC", "USD"));
        assertThat(quotes.hear(sample("ws_ticker"), 1).events()).containsExactly(new Quote(BTC, 1_775_572_203_000L,
                e8("68900"), e8("1.5"), e8("68901"), e8("0.5")));
        assertThat(codes(quotes.hear(sample("ws_ticker").replace("_num\": 12", "_num\": 13")
                .replace("\"best_bid\": \"68900.00\"", "\"best_bid\": \"0\""), 1))).containsExactly(Code.BAD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws_subscriptions", "ws_candles", "ws_heartbeats", "ws_user"})
    void samples_that_carry_nothing_for_us_are_known(String sample) throws IOException {
        assertThat(dialogue.hear(sample(sample), 1)).isEqualTo(Heard.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"'\"status\":\"online\"',TRADING", "'\"status\":\"delisted\"',OFFLINE",
        "'\"status\":\"online\",\"cancel_only\":true,\"post_only\":true',CANCEL_ONLY",
        "'\"status\":\"online\",\"post_only\":true,\"limit_only\":true',POST_ONLY",
        "'\"status\":\"online\",\"limit_only\":true',LIMIT_ONLY",
        "'\"status\":\"online\",\"auction_mode\":true',LIMIT_ONLY",
        "'\"status\":\"online\",\"trading_disabled\":true',OFFLINE",
        "'\"status\":\"online\",\"view_only\":true',OFFLINE",
        "'\"status\":\"online\",\"is_disabled\":true,\"cancel_only\":true',OFFLINE", "'\"status\":\"\"',OFFLINE"})
    @DisplayName("S2-REQ-EX1 the narrowest flag of a product counts")
    void the_narrowest_flag_counts(String flags, TradingStatus status) {
        assertThat(dialogue.hear(STATUS.replace("\"status\":\"online\"", flags), 1).events()).containsExactly(
                new StatusUpdate(BTC, 1_775_572_200_000L, status));
    }

    @Test
    void a_pair_against_usdc_is_heard_under_the_name_of_its_twin() throws IOException {
        Dialogue alias = dialogue(Set.of(Channel.TRADES), pair("BTC", "USDC"));
        assertThat(alias.hear(sample("ws_market_trades"), 1).events())
                .allMatch(trade -> trade.instrument().value().equals("BTCUSDC")).hasSize(2);
        Dialogue both = dialogue(Set.of(Channel.TRADES), pair("BTC", "USDC"), pair("BTC", "USD"));
        assertThat(both.hear(sample("ws_market_trades"), 1).events())
                .allMatch(trade -> trade.instrument().equals(BTC)).hasSize(2);
    }

    @Test
    void one_bad_trade_costs_only_itself() throws IOException {
        Heard heard = dialogue.hear(sample("ws_market_trades").replace("68900.50", "0"), 1);
        assertThat(heard.events()).hasSize(1);
        assertThat(heard.troubles()).singleElement().matches(trouble -> trouble.code() == Code.BAD_VALUE
                && trouble.about().equals("BTC-USD"));
    }

    @Test
    void errors_strangers_and_news_are_said() throws IOException {
        assertThat(codes(dialogue.hear("{\"type\":\"error\",\"message\":\"authentication failure\"}", 1)))
                .containsExactly(Code.VENUE_ERROR);
        assertThat(codes(dialogue.hear("{\"hello\":1}", 1))).containsExactly(Code.UNKNOWN_FRAME);
        assertThat(codes(dialogue.hear("Unauthorized", 1))).containsExactly(Code.UNREADABLE_FRAME);
        assertThat(codes(dialogue.hear(sample("ws_ticker").replace("BTC-USD", "ETH-USD"), 1)))
                .containsExactly(Code.UNKNOWN_SYMBOL);
        assertThat(codes(dialogue.hear(sample("ws_ticker").replace("_num\": 12", "_num\": 13")
                .replace("\"channel\": \"ticker\"", "\"channel\": \"brand_new\""), 1)))
                .containsExactly(Code.UNKNOWN_FRAME);
    }

    private static List<Code> codes(Heard heard) {
        assertThat(heard.events()).isEmpty();
        return heard.troubles().stream().map(trouble -> trouble.code()).toList();
    }

    private static Dialogue dialogue(Set<Channel> channels, Instrument... instruments) {
        List<Instrument> all = List.of(instruments);
        return LANGUAGE.open(new StreamConnection("coinbase-spot/1", URI.create("ws://localhost"),
                all.stream().map(Instrument::id).toList(), channels), all);
    }

    static Instrument pair(String base, String quote) {
        return new Instrument(new InstrumentId(base + quote), "coinbase-spot", base, quote, 1_000_000, 1, 1,
                FixedPoint.ONE, FixedPoint.ONE, 40, 60);
    }

    private static String sample(String name) throws IOException {
        return Files.readString(ReferenceBars.file("protocol/coinbase/fixtures/" + name + ".json"));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
