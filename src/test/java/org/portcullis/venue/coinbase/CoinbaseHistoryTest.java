package org.portcullis.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;
import org.portcullis.market.Quote;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.wire.ListedFees;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoinbaseHistoryTest {

    private static final String API = "https://api.coinbase.com/api/v3/brokerage";
    private static final Instrument BTC = CoinbaseDialogueTest.pair("BTC", "USD");
    private static final CoinbaseLanguage LANGUAGE = new CoinbaseLanguage(new ListedFees(40, 60));

    private final VenueHistory history = LANGUAGE.history(URI.create(API));

    @Test
    void requests_name_what_they_ask_for() {
        assertThat(history.bars(BTC, 60_000, 180_000)).hasToString(API + "/market/products/BTC-USD/candles?start=60"
                + "&end=179&granularity=ONE_MINUTE&limit=350");
        assertThat(history.book(BTC)).hasToString(API + "/market/product_book?product_id=BTC-USD&limit=500");
        assertThat(history.listings()).hasToString(API + "/market/products");
        assertThat(history.barsMax()).isEqualTo(350);
    }

    @Test
    void candles_come_newest_first_and_are_read_oldest_first() throws IOException {
        List<Bar> bars = history.readBars(BTC, file("fixtures/http_candles.json"));
        assertThat(bars).extracting(Bar::openTimeMs).containsExactly(1_712_188_800_000L, 1_712_192_400_000L);
        assertThat(bars.get(1)).isEqualTo(new Bar(BTC.id(), 1_712_192_400_000L, e8("66312.4"), e8("66331.99"),
                e8("66055.14"), e8("66181.6"), e8("355.82896243")));
        assertThat(history.readBars(BTC, file("rest/get_product_candles.json"))).hasSize(2);
        String twice = "{\"start\":\"60\",\"low\":\"1\","
                + "\"high\":\"1\",\"open\":\"1\",\"close\":\"1\",\"volume\":\"1\"}";
        assertThatThrownBy(() -> history.readBars(BTC, "{\"candles\":[" + twice + "," + twice + "]}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("two candles");
        assertThatThrownBy(() -> history.readBars(BTC, "Unauthorized")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("S2-REQ-EX1 each product of the recorded lists is a listing with its steps and state")
    void products_are_listings() throws IOException {
        Listings spot = history.readListings(file("fixtures/http_products.json"));
        assertThat(spot.refused()).isEmpty();
        assertThat(spot.listings()).extracting(Listing::venueSymbol).containsExactly("BTC-USD", "BTC-USDC");
        Listing bitcoin = spot.listings().get(0);
        assertThat(bitcoin.instrument()).isEqualTo(new Instrument(BTC.id(), "coinbase-spot", "BTC", "USD",
                1_000_000, 1, 1, FixedPoint.ONE, FixedPoint.ONE, 40, 60));
        assertThat(bitcoin.status()).isEqualTo(TradingStatus.TRADING);
        for (String name : List.of("fixtures/http_product.json", "rest/get_product.json", "rest/get_products.json")) {
            Listings single = history.readListings(file(name));
            assertThat(single.listings()).as(name).hasSize(1);
            assertThat(single.refused()).as(name).isEmpty();
        }
    }

    @Test
    void futures_tell_their_size_and_end_and_find_back_to_their_name() throws IOException {
        Listings futures = history.readListings(file("fixtures/http_products_future.json"));
        assertThat(futures.refused()).isEmpty();
        assertThat(futures.listings()).hasSize(2).allSatisfy(listing -> {
            assertThat(listing.kind()).isEqualTo(Listing.Kind.FUTURE);
            assertThat(listing.status()).isEqualTo(TradingStatus.TRADING);
            assertThat(listing.instrument().multiplierE8()).isEqualTo(e8("0.01"));
            assertThat(listing.expiresAtMs()).isPositive();
            assertThat(CoinbaseSymbols.of(listing.instrument())).isEqualTo(listing.venueSymbol());
        });
        String closed = file("fixtures/http_products_future.json").replace("\"is_session_open\":true",
                "\"is_session_open\":false");
        assertThat(history.readListings(closed).listings())
                .allMatch(listing -> listing.status() == TradingStatus.OFFLINE);
    }

    @Test
    void a_step_finer_than_we_can_hold_is_refused_with_its_reason() throws IOException {
        Listings listings = history.readListings(file("fixtures/http_products.json").replace(
                "\"price_increment\":\"0.01\"", "\"price_increment\":\"0.000000001\""));
        assertThat(listings.listings()).isEmpty();
        assertThat(listings.refused()).hasSize(2).allMatch(line -> line.contains("more than 8 decimals"));
    }

    @Test
    void a_book_over_rest_is_a_quote() throws IOException {
        var dialogue = LANGUAGE.open(new StreamConnection("x", URI.create("ws://x"), List.of(BTC.id()),
                Set.of(Channel.BOOK)), List.of(BTC));
        assertThat(dialogue.snapshot(BTC.id(), file("fixtures/http_product_book.json"), 1).events()).containsExactly(
                new Quote(BTC.id(), 1_775_521_739_662L, e8("68923.66"), e8("0.17189468"), e8("68923.67"),
                        e8("0.16987193")));
        assertThat(dialogue.snapshot(BTC.id(), file("rest/get_product_book.json"), 1).events()).hasSize(1);
        assertThat(dialogue.book(BTC.id())).isEmpty();
    }

    private static String file(String name) throws IOException {
        return Files.readString(ReferenceBars.file("protocol/coinbase/" + name));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
