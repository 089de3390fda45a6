package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InstrumentCatalogueTest {

    private static final String GOOD = "{venue: v, base: BTC, quote: USDT, tick: 0.01, lot: 0.00001, minimum-quantity:"
            + " 0.00001, minimum-notional: 5, multiplier: 1, maker-basis-points: 40, taker-basis-points: 60}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "ADAUSDT", "DOGEUSDT", "BTCUSD", "ETHUSD",
        "LTCUSD", "BTCEUR", "MNQ", "ES"})
    void the_shipped_catalogue_knows_what_is_replayed(String symbol) {
        assertThat(InstrumentCatalogue.read(Path.of("rules", "instruments.yaml")).find(new InstrumentId(symbol)))
                .isPresent();
    }

    @Test
    @DisplayName("S2-REQ-X3 S2-N2 fees and increments are read exactly")
    void fees_and_increments_are_read_exactly() throws IOException {
        Instrument instrument = read("instruments:\n  BTCUSDT: " + GOOD).require(new InstrumentId("BTCUSDT"));
        assertThat(instrument)
                .isEqualTo(new Instrument(new InstrumentId("BTCUSDT"), "v", "BTC", "USDT", 1_000_000, 1_000,
                1_000, 5 * FixedPoint.ONE, FixedPoint.ONE, 40, 60));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tick: 0.01|tick: 0.01, tik: 1|instruments.yaml:3: unknown key tik",
        "tick: 0.01|tik: 0.01|instruments.yaml:3: tick is missing; add it, or mend a misspelled key",
        "tick: 0.01|tick: 0|instruments.yaml:3: ETHUSDT: ETHUSDT: tick must be positive",
        "tick: 0.01|tick: 0.000000001|instruments.yaml:3: ETHUSDT: not a number with at most 8 decimals",
        "tick: 0.01|tick: small|instruments.yaml:3: ",
        "tick: 0.01, |''|instruments.yaml:3: tick is missing",
        "taker-basis-points: 60|taker-basis-points: 5000|fees are basis points"})
    void a_fault_names_file_and_line(String good, String bad, String says) {
        assertThatThrownBy(() -> read("instruments:\n  BTCUSDT: " + GOOD + "\n  ETHUSDT: " + GOOD.replace(good, bad)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other:\n  A: 1", "instruments: 5", "instruments:\n  BTC/USD: " + GOOD,
        "instruments:\n  BTCUSDT: " + GOOD + "\n  BTCUSDT: " + GOOD, "instruments:\n  BTCUSDT: " + GOOD + "\nmore: 1",
        "instruments: ["})
    void what_is_no_catalogue_is_refused_with_its_line(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).*instruments\\.yaml:\\d+: .*");
    }

    private InstrumentCatalogue read(String text) throws IOException {
        return InstrumentCatalogue.read(Files.writeString(folder.resolve("instruments.yaml"), text));
    }
}
