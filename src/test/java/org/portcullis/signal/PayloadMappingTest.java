package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReferenceBars;
import org.portcullis.signal.adapter.json.JsonFields;
import org.portcullis.signal.adapter.store.AliasFile;
import org.portcullis.signal.adapter.store.MappingFile;
import org.portcullis.signal.adapter.store.TickerSymbols;
import org.portcullis.signal.domain.MappingTable;
import org.portcullis.signal.domain.Reading;
import org.portcullis.signal.domain.Unreadable;

/** Twelve bodies that people really send, against what each of them means, by the shipped mappings alone. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PayloadMappingTest {

    private static final MappingTable SHIPPED = MappingFile.read(Path.of("rules/signal/mappings.yaml"));
    private static final BodyFields JSON = JsonFields.reader();
    /** What TradingView would put into the shapes that are kept as forms. */
    private static final Map<String, String> FILLED = Map.ofEntries(Map.entry("timenow", "2026-03-02T09:30:00Z"),
            Map.entry("exchange", "BINANCE"), Map.entry("ticker", "BTCUSDT"), Map.entry("time", "2026-03-02T09:25:00Z"),
            Map.entry("open", "94900"), Map.entry("high", "95100"), Map.entry("low", "94800"),
            Map.entry("close", "95000"), Map.entry("volume", "12.5"), Map.entry("strategy.position_size", "0"),
            Map.entry("strategy.order.action", "sell"), Map.entry("strategy.order.contracts", "0.5"),
            Map.entry("strategy.order.price", "95000.5"), Map.entry("strategy.order.id", "close-1"),
            Map.entry("strategy.market_position", "flat"), Map.entry("strategy.market_position_size", "0"),
            Map.entry("strategy.prev_market_position", "long"), Map.entry("strategy.prev_market_position_size", "0.5"),
            Map.entry("strategy.order.comment", "opened by cross"));

    /** One line of the table of what is expected. */
    record Expected(Map<String, String> cells) {

        String cell(String name) {
            return cells.getOrDefault(name, "");
        }

        @Override
        public String toString() {
            return cell("id");
        }
    }

    static List<Expected> expected() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/test/resources/signal/expected-signals.csv"));
        String[] names = lines.get(0).split(",");
        List<Expected> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(new Expected(row));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("expected")
    @DisplayName("S4-01 B-D10: each recorded shape becomes its canonical signal, or a notification")
    void each_recorded_shape_is_understood(Expected expected) throws IOException {
        String body = filled(payload(expected.cell("id")));
        MappingTable.Match match = match(body);
        assertThat(match.mapping().name()).isEqualTo(expected.cell("mapping"));
        assertThat(match.mapping().notification()).isEqualTo(expected.cell("kind").equals("notification"));
        if (match.mapping().notification()) {
            return;
        }
        Reading read = match.mapping().read(match.fields());
        assertThat(read.strategy()).isEqualTo(expected.cell("strategy"));
        assertThat(symbols().find(read.ticker())).contains(new InstrumentId(expected.cell("instrument")));
        assertThat(read.interval()).isEqualTo(expected.cell("interval"));
        assertThat(moment(read.barTimeMs())).isEqualTo(expected.cell("bar_time"));
        assertThat(read.timed() ? moment(read.firedAtMs()) : "received").isEqualTo(expected.cell("fired_at"));
        assertThat(read.side() == null ? "" : read.side().name()).isEqualTo(expected.cell("side"));
        assertThat(read.target() == null ? "" : read.target().name()).isEqualTo(expected.cell("target"));
        assertThat(FixedPoint.format(read.quantityE8())).isEqualTo(expected.cell("quantity"));
        assertThat(FixedPoint.format(read.priceE8())).isEqualTo(expected.cell("price"));
        assertThat(read.alertId()).isEqualTo(expected.cell("alert_id"));
    }

    @Test
    void every_recorded_shape_stands_in_the_table() throws IOException {
        List<String> recorded = new ArrayList<>();
        payloads().forEach(payload -> recorded.add(payload.path("id").asText()));
        assertThat(expected()).extracting(Expected::toString).containsExactlyElementsOf(recorded).hasSize(12);
    }

    @Test
    void a_sign_of_life_is_no_signal() throws IOException {
        String alive = payload("data_wrapper_dashed_keys").replace("\"heartbeat\": false", "\"heartbeat\": true");
        assertThat(match(alive).mapping().name()).isEqualTo("wrapped-heartbeat");
        String torn = alive.replace("\"heartbeat\": true", "\"heartbeat\": \"yes\"");
        assertThatThrownBy(() -> match(torn)).isInstanceOf(Unreadable.class);
    }

    @Test
    void a_price_alert_without_a_secret_says_what_happened_and_not_what_to_do() {
        assertThat(match("BTCUSDT Crossing 65000\r\n").mapping().notification()).isTrue();
    }

    private static MappingTable.Match match(String body) {
        return SHIPPED.match(body, body.startsWith("{") ? JSON.read(body) : null);
    }

    private static TickerSymbols symbols() {
        Set<InstrumentId> listed = InstrumentCatalogue.read(Path.of("rules/instruments.yaml")).instruments().keySet();
        Map<String, InstrumentId> aliases = AliasFile.read(Path.of("rules/signal/symbols.yaml"));
        Set<InstrumentId> wider = Set.of(new InstrumentId("EURUSD"), new InstrumentId("TSLA"));
        return new TickerSymbols(() -> aliases, id -> listed.contains(id) || wider.contains(id));
    }

    private static String filled(String body) {
        String filled = body;
        for (Map.Entry<String, String> placeholder : FILLED.entrySet()) {
            filled = filled.replace("{{" + placeholder.getKey() + "}}", placeholder.getValue());
        }
        assertThat(filled).doesNotContain("{{");
        return filled;
    }

    private static String moment(long ms) {
        return ms == 0 ? "" : java.time.Instant.ofEpochMilli(ms).toString();
    }

    private static String payload(String id) throws IOException {
        for (JsonNode payload : payloads()) {
            if (payload.path("id").asText().equals(id)) {
                return payload.path("body").asText();
            }
        }
        throw new IllegalArgumentException("no payload " + id);
    }

    static JsonNode payloads() throws IOException {
        Path file = ReferenceBars.file("tradingview/payloads.json");
        return new ObjectMapper().readTree(file.toFile());
    }
}
