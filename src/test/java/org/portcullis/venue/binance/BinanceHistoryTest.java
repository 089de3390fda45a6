package org.portcullis.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BinanceHistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instrument BTC = Futures.contract("BTC");

    private final VenueHistory history = Futures.USDM.history(URI.create("https://fapi.binance.com"));

    @Test
    void requests_name_what_they_ask_for() {
        assertThat(history.bars(BTC, 60_000, 180_000)).hasToString("https://fapi.binance.com/fapi/v1/klines"
                + "?symbol=BTCUSDT&interval=1m&startTime=60000&endTime=179999&limit=2");
        assertThat(history.bars(BTC, 0, 1_500 * 60_000L)).asString().endsWith("&limit=1500");
        assertThat(history.bars(BTC, 0, 1_501 * 60_000L)).asString().as("no more than the venue gives")
                .endsWith("&limit=1500");
        assertThat(history.bars(BTC, 60_000, 120_000)).asString().as("a single minute costs what one costs")
                .endsWith("&limit=1");
        assertThat(history.book(BTC)).hasToString("https://fapi.binance.com/fapi/v1/depth?symbol=BTCUSDT&limit=1000");
        assertThat(Futures.SPOT.history(URI.create("https://api.binance.com")).listings())
                .hasToString("https://api.binance.com/api/v3/exchangeInfo");
    }

    @Test
    @DisplayName("S2-REQ-EX1 each symbol of a recorded exchangeInfo is a listing or refused with its reason")
    void every_listed_symbol_is_a_listing_or_refused_with_its_reason() throws IOException {
        String body = Files.readString(ReferenceBars.file("protocol/binance/binance_futures_rest_exchangeInfo.json"));
        Listings listings = history.readListings(body);
        JsonNode symbols = JSON.readTree(body).get("symbols");
        assertThat(listings.listings().size() + listings.refused().size()).isEqualTo(symbols.size()).isEqualTo(122);
        assertThat(listings.refused()).singleElement().asString().contains("no contract type that we know");
        assertThat(listings.listings()).filteredOn(listing -> listing.kind() == Listing.Kind.PERPETUAL).hasSize(119)
                .allMatch(listing -> listing.status() == TradingStatus.TRADING);
        assertThat(listings.listings()).filteredOn(listing -> listing.kind() == Listing.Kind.FUTURE).hasSize(2)
                .allMatch(listing -> listing.expiresAtMs() > listing.listedAtMs() && listing.listedAtMs() > 0);
        for (JsonNode symbol : symbols) {
            listings.listings().stream().filter(listing -> listing.venueSymbol().equals(symbol.get("symbol").asText()))
                    .forEach(listing -> sameSteps(listing, symbol));
        }
    }

    private static void sameSteps(Listing listing, JsonNode symbol) {
        Instrument ours = listing.instrument();
        assertThat(ours.id().value()).isEqualTo(symbol.get("symbol").asText().replace("_", ""));
        assertThat(BinanceSymbols.of(ours)).isEqualTo(listing.venueSymbol());
        for (JsonNode filter : symbol.get("filters")) {
            switch (filter.get("filterType").asText()) {
                case "PRICE_FILTER" -> assertThat(FixedPoint.format(ours.tickE8()))
                        .isEqualTo(plain(filter, "tickSize"));
                case "LOT_SIZE" -> {
                    assertThat(FixedPoint.format(ours.lotE8())).isEqualTo(plain(filter, "stepSize"));
                    assertThat(FixedPoint.format(ours.minimumQuantityE8())).isEqualTo(plain(filter, "minQty"));
                }
                case "MIN_NOTIONAL" -> assertThat(FixedPoint.format(ours.minimumNotionalE8()))
                        .isEqualTo(plain(filter, "notional"));
                default -> assertThat(filter.has("filterType")).isTrue();
            }
        }
    }

    private static String plain(JsonNode filter, String member) {
        return filter.get(member).decimalValue().signum() != 0 || filter.get(member).isTextual()
                ? new java.math.BigDecimal(filter.get(member).asText()).stripTrailingZeros().toPlainString() : "0";
    }

    @Test
    void another_recorded_exchange_info_is_read_too() throws IOException {
        JsonNode recorded = JSON.readTree(ReferenceBars.file(
                "protocol/binance/fixtures/gct/GET_fapi_v1_exchangeInfo.json").toFile());
        for (JsonNode one : recorded) {
            Listings listings = history.readListings(one.get("data").toString());
            assertThat(listings.listings().size() + listings.refused().size())
                    .isEqualTo(one.get("data").get("symbols").size());
            assertThat(listings.listings()).isNotEmpty();
        }
    }

    @Test
    void listings_of_spot_use_another_name_for_the_smallest_worth() {
        Listings listings = Futures.SPOT.history(URI.create("https://api.binance.com")).readListings(
                "{\"symbols\":[{\"symbol\":\"BTCUSDT\",\"status\":\"BREAK\",\"baseAsset\":\"BTC\",\"quoteAsset\":"
                + "\"USDT\",\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"0.01\"},{\"filterType\":"
                + "\"LOT_SIZE\",\"minQty\":\"0.0001\",\"stepSize\":\"0.00001\"},{\"filterType\":\"NOTIONAL\","
                + "\"minNotional\":\"5.0\"}]},{\"symbol\":\"\u5e01USDT\",\"status\":\"TRADING\",\"baseAsset\":\"x\","
                + "\"quoteAsset\":\"USDT\",\"filters\":[]},{\"status\":\"TRADING\"}]}");
        assertThat(listings.listings()).singleElement().satisfies(listing -> {
            assertThat(listing.status()).isEqualTo(TradingStatus.OFFLINE);
            assertThat(listing.kind()).isEqualTo(Listing.Kind.SPOT);
            assertThat(listing.instrument().minimumNotionalE8()).isEqualTo(500_000_000);
            assertThat(listing.instrument().takerBasisPoints()).isEqualTo(10);
        });
        assertThat(listings.refused()).hasSize(2);
    }

    @Test
    void candles_of_a_minute_are_read_and_others_refused() throws IOException {
        JsonNode recorded = JSON.readTree(ReferenceBars.file(
                "protocol/binance/fixtures/gct/GET_fapi_v1_klines.json").toFile());
        int refused = 0;
        for (JsonNode one : recorded) {
            if (one.get("queryString").asText().contains("interval=1m")) {
                List<Bar> bars = history.readBars(BTC, one.get("data").toString());
                assertThat(bars).hasSameSizeAs(list(one.get("data")));
            } else {
                assertThatThrownBy(() -> history.readBars(BTC, one.get("data").toString()))
                        .isInstanceOf(IllegalArgumentException.class);
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(history.readBars(BTC, "[[1602669900000,\"50.49\",\"50.52\",\"50.31\",\"50.33\",\"3811.648\","
                + "1602669959999,\"192171.59398\",1517,\"956.116\",\"48217.57292\",\"0\"]]")).containsExactly(
                new Bar(BTC.id(), 1_602_669_900_000L, 5_049_000_000L, 5_052_000_000L, 5_031_000_000L,
                        5_033_000_000L, 381_164_800_000L, 95_611_600_000L));
    }

    @Test
    void answers_that_are_none_are_refused() {
        assertThatThrownBy(() -> history.readBars(BTC, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("BTCUSDT");
        assertThatThrownBy(() -> history.readListings("<html>")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
