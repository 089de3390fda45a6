package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SymbolNamesTest {

    private static final long NOW_MS = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli();
    private static final InstrumentCatalogue SHIPPED = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final String SPOT = "{venue: v-spot, base: %s, quote: USD, tick: 0.01, lot: 1, minimum-quantity: 1,"
            + " minimum-notional: 0, multiplier: 1, maker-basis-points: 1, taker-basis-points: 1, aliases: [%s]}";

    private final SymbolNames names = SymbolNames.of(SHIPPED);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"BTCUSD,BTCUSD", "BTC-USD,BTCUSD", "btc-usd,BTCUSD", "BTC/USD,BTCUSD", "BTC_USD,BTCUSD",
        "' BTC USD ',BTCUSD", "COINBASE:BTC-USD,BTCUSD", "coinbase:BTCUSD,BTCUSD", "XBTUSD,BTCUSD", "XBT/USD,BTCUSD",
        "WBTC-USD,BTCUSD", "BTCUSDT,BTCUSDT", "BINANCE:BTCUSDT,BTCUSDT", "BTCUSDT.P,BTCUSDT",
        "BINANCE:BTCUSDT.P,BTCUSDT", "XBTUSDT,BTCUSDT", "MNQ,MNQ", "MNQ1!,MNQ", "CME_MINI:MNQ1!,MNQ",
        "TRADOVATE:MNQ,MNQ"})
    @DisplayName("S2-D2 every spelling has one canonical symbol")
    void every_spelling_has_one_canonical_symbol(String text, String canonical) {
        assertThat(names.find(text, NOW_MS)).contains(new SymbolName(new InstrumentId(canonical), null));
    }

    @ParameterizedTest
    @CsvSource({"MNQZ6,2026,12", "MNQH7,2027,3", "MNQZ26,2026,12", "CME_MINI:MNQZ2026,2026,12", "MNQM5,2025,6",
        "CON.F.US.MNQ.Z26,2026,12", "MNQU4,2034,9", "MNQZ2013,2013,12"})
    @DisplayName("S2-D2 B-D14 a contract is its continuous future with its month")
    void a_contract_is_its_continuous_future_with_its_month(String text, int year, int month) {
        assertThat(names.find(text, NOW_MS))
                .contains(new SymbolName(new InstrumentId("MNQ"), new ContractMonth("MNQ", year, month)));
    }

    @Test
    void one_digit_means_the_year_it_had_when_it_was_said() {
        long then = Instant.parse("2016-11-21T00:00:00Z").toEpochMilli();
        assertThat(names.find("MNQZ6", then).orElseThrow().month()).isEqualTo(new ContractMonth("MNQ", 2016, 12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "BTC", "XBT", "PEPEUSDT", "BTCUSDX", "KRAKEN:BTCUSD", "BINANCE:BTC-USD", "MNQ2!",
        "MNQF6", "MNQZ", "MNQ!", "MNQZ206", "MNQ6", ":", "BTCUSD:", "NASDAQ:MNQ1!", "BTCUSDT.PP", "BTCUSD.P"})
    @DisplayName("S2-D2 what is unknown is never guessed")
    void what_is_unknown_is_never_guessed(String text) {
        assertThat(names.find(text, NOW_MS)).isEmpty();
    }

    @Test
    void a_text_without_end_is_not_looked_at() {
        assertThat(names.find("BTC" + "-".repeat(1_000_000) + "USD", NOW_MS)).isEmpty();
    }

    @Test
    @DisplayName("S2-D2 the canonical symbol of a canonical symbol is itself, whatever the spelling was")
    void the_canonical_of_the_canonical_is_itself() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = spelling(random);
            Optional<SymbolName> once = names.find(text, NOW_MS);
            once.ifPresent(name -> assertThat(names.find(name.instrument().value(), NOW_MS))
                    .as("%s, -Dseed=%d", text, seed).contains(new SymbolName(name.instrument(), null)));
            once.map(SymbolName::month).ifPresent(month -> assertThat(names.find(month.symbol(), NOW_MS)
                    .orElseThrow().month()).as("%s, -Dseed=%d", text, seed).isNotNull());
        }
        SHIPPED.instruments().keySet().forEach(id -> assertThat(names.find(id.value(), NOW_MS).orElseThrow()
                .instrument()).isEqualTo(id));
    }

    private static String spelling(Random random) {
        Instrument one = SHIPPED.instruments().values().stream().skip(random.nextInt(SHIPPED.instruments().size()))
                .findFirst().orElseThrow();
        String[] separators = {"", "-", "/", "_", " "};
        String[] ends = {"", ".P", "1!", "Z6", "H27", "M2025"};
        String text = random.nextBoolean() ? one.id().value()
                : one.baseCurrency() + separators[random.nextInt(5)] + one.quoteCurrency();
        text = text + (random.nextInt(3) == 0 ? ends[random.nextInt(ends.length)] : "");
        if (random.nextInt(4) == 0) {
            int cut = random.nextInt(text.length());
            text = text.substring(0, cut) + (char) (' ' + random.nextInt(90)) + text.substring(cut);
        }
        return random.nextBoolean() ? text : text.toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @CsvSource({"BTC,AAAUSD", "BTC,AAA-USD", "BTC,X:AAAUSD", "BTC,shared"})
    @DisplayName("S2-D2 a name that two instruments claim is refused with its line")
    void a_name_that_two_instruments_claim_is_refused_with_its_line(String base, String alias) throws IOException {
        Path file = Files.writeString(folder.resolve("instruments.yaml"), "instruments:\n  AAAUSD: "
                + SPOT.formatted("AAA", "SHARED") + "\n  BTCUSD: " + SPOT.formatted(base, '"' + alias + '"'));
        assertThatThrownBy(() -> InstrumentCatalogue.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instruments.yaml:3: BTCUSD: the name ").hasMessageContaining("means AAAUSD");
    }
}
