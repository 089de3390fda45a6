package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PairChoiceTest {

    private static final long NOW_MS = 1_767_225_600_000L;
    private static final PairChoice.Bounds BOUNDS = new PairChoice.Bounds(List.of("USDT", "USDC", "USD"), 30_000,
            1_000, 10);

    private final Map<InstrumentId, Quote> quotes = new HashMap<>();

    @Test
    @DisplayName("S2-OM10 the pair of the preferred quote currency is best, whatever the others' spread")
    void the_preferred_quote_currency_is_best() {
        quote("BTCUSDT", 0, 9);
        quote("BTCUSDC", 0, 1);
        assertThat(choose().chosen()).contains(new InstrumentId("BTCUSDT"));
    }

    @Test
    @DisplayName("S2-OM10 of two pairs of one quote currency the narrower is best")
    void of_two_pairs_of_one_quote_currency_the_narrower_is_best() {
        quote("BTCUSDT", 0, 5);
        quote("XBTUSDT", 0, 4);
        assertThat(choose().chosen()).contains(new InstrumentId("XBTUSDT"));
    }

    @Test
    @DisplayName("S2-OM10 S2-D5 a quote of exactly 30 s counts, one a millisecond older does not")
    void a_quote_of_thirty_seconds_counts() {
        quote("BTCUSDT", 30_000, 1);
        quote("BTCUSDC", 0, 1);
        assertThat(choose().chosen()).contains(new InstrumentId("BTCUSDT"));
        quote("BTCUSDT", 30_001, 1);
        assertThat(choose().chosen()).contains(new InstrumentId("BTCUSDC"));
    }

    @Test
    @DisplayName("S2-OM10 without any fresh quote none is chosen, and each pair's reason is said")
    void without_any_fresh_quote_none_is_chosen() {
        quote("BTCUSDT", 30_001, 1);
        quote("BTCUSDC", -1_001, 1);
        quotes.put(new InstrumentId("BTCUSD"), new Quote(new InstrumentId("BTCUSD"), NOW_MS, 101, 1, 100, 1));
        PairChoice choice = choose();
        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.reason()).isEqualTo("none of 4 pairs of BTC can be chosen: XBTUSDT has no quote; BTCUSDT has"
                + " a quote 30001 ms old (limit 30000); BTCUSDC has a quote 1001 ms in the future (limit 1000);"
                + " BTCUSD has a crossed or empty quote");
    }

    @Test
    void a_pair_outside_the_universe_or_too_wide_is_not_chosen() {
        quote("BTCUSDT", 0, 1);
        quote("BTCUSDC", 0, 11);
        PairChoice choice = choose(id -> id.value().equals("BTCUSDT") ? Optional.of("is BANNED") : Optional.empty());
        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.reason()).contains("BTCUSDT is BANNED").contains("BTCUSDC has a spread of 1");
    }

    @Test
    void a_currency_without_pairs_has_a_reason() {
        assertThat(PairChoice.of("DOGE", instruments(), id -> Optional.empty(), id -> Optional.empty(), BOUNDS, NOW_MS)
                .reason()).isEqualTo("no pair of DOGE in any of [USDT, USDC, USD]");
    }

    private PairChoice choose() {
        return choose(id -> Optional.empty());
    }

    private PairChoice choose(java.util.function.Function<InstrumentId, Optional<String>> whyNot) {
        return PairChoice.of("BTC", instruments(), id -> Optional.ofNullable(quotes.get(id)), whyNot, BOUNDS, NOW_MS);
    }

    private void quote(String symbol, long ageMs, double spreadBps) {
        InstrumentId id = new InstrumentId(symbol);
        long middle = 100_000 * FixedPoint.ONE;
        long half = Math.round(middle * spreadBps / 20_000);
        quotes.put(id, new Quote(id, NOW_MS - ageMs, middle - half, 1, middle + half, 1));
    }

    private static List<Instrument> instruments() {
        return List.of(pair("BTCUSD", "USD"), pair("BTCUSDC", "USDC"), pair("BTCUSDT", "USDT"),
                pair("XBTUSDT", "USDT"), pair("BTCTRY", "TRY"));
    }

    private static Instrument pair(String symbol, String quote) {
        return new Instrument(new InstrumentId(symbol), "v", "BTC", quote, 1, 1, 1, 0, FixedPoint.ONE, 0, 0);
    }
}
