package org.portcullis.research.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.research.SampleBacktest.DAY_MS;
import static org.portcullis.research.SampleBacktest.FROM_MS;
import static org.portcullis.research.SampleBacktest.trade;
import static org.portcullis.research.SampleBacktest.worth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.SampleBacktest;

/** The file {@code report.json} as programs read it. */
@DisplayName("S2-REQ-BT2 report.json")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportJsonTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("reports").resolve("report.json");
    }

    private String written(BacktestResult result, Instant at) throws IOException {
        new BacktestReports(() -> at).write(result, file(), null);
        return Files.readString(file());
    }

    private JsonNode read(BacktestResult result) throws IOException {
        return Json.shared().readTree(written(result, NOON));
    }

    private static BacktestResult ordinary() {
        return SampleBacktest.of(SampleBacktest.terms("1000", FROM_MS + 3 * DAY_MS),
                List.of(trade("30", 600), trade("ETHUSDT", "-10.00000001", 1500)),
                List.of(worth(0, "1000"), worth(600, "1030"), worth(1500, "1019.99999999")));
    }

    @Test
    void it_has_four_sections_in_their_order() throws IOException {
        JsonNode report = read(ordinary());
        assertThat(names(report)).containsExactly("metadata", "summary", "trades", "regression_keys");
        assertThat(names(report.get("metadata"))).containsExactly("generated_at", "seed", "data_hash",
                "rules_version", "policy_hash", "from", "to", "from_ms", "to_ms", "symbols", "strategies", "cash",
                "cost_model", "approvals");
        assertThat(names(report.get("summary"))).contains("total_trades", "win_rate", "total_pnl_pct",
                "max_drawdown_pct", "profit_factor", "sharpe", "sortino", "calmar", "psr", "cagr_pct", "exposure",
                "turnover", "fees", "slippage", "bars", "bars_per_second", "no_trade", "denials", "by_month");
        assertThat(names(report.get("regression_keys"))).containsExactly("total_trades", "win_rate",
                "total_pnl_pct", "max_drawdown_pct", "profit_factor");
    }

    @Test
    void regression_keys_say_what_the_summary_says() throws IOException {
        JsonNode report = read(ordinary());
        report.get("regression_keys").properties().forEach(key ->
                assertThat(key.getValue()).as(key.getKey()).isEqualTo(report.get("summary").get(key.getKey())));
        assertThat(report.at("/regression_keys/win_rate").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(report.at("/regression_keys/total_pnl_pct").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void amounts_are_exact_to_the_last_place() throws IOException {
        JsonNode report = read(ordinary());
        assertThat(report.at("/trades/1/profit").decimalValue()).isEqualTo(new BigDecimal("-10.00000001"));
        assertThat(report.at("/summary/closed_pnl").decimalValue()).isEqualTo(new BigDecimal("19.99999999"));
        assertThat(report.at("/summary/by_instrument/ETHUSDT/profit").asText()).isEqualTo("-10.00000001");
        assertThat(report.at("/trades/0/exit").decimalValue()).isEqualTo(new BigDecimal("101.25"));
    }

    @Test
    void a_figure_without_a_number_is_null_with_its_reason() throws IOException {
        JsonNode summary = read(SampleBacktest.of(SampleBacktest.terms("0", FROM_MS), List.of(), List.of()))
                .get("summary");
        for (String name : List.of("win_rate", "profit_factor", "total_pnl_pct", "sharpe", "exposure", "expectancy",
                "best_trade")) {
            assertThat(summary.get(name).isNull()).as(name).isTrue();
            assertThat(summary.get("undefined").get(name).asText()).as(name).isNotBlank();
        }
        assertThat(summary.at("/undefined/profit_factor").asText()).isEqualTo("no trade");
    }

    @Test
    void no_run_gives_infinity_or_anything_that_json_has_not() throws IOException {
        for (long seed = 1; seed < 40; seed++) {
            assertThat(written(SampleBacktest.random(seed), NOON)).as("seed %d", seed)
                    .doesNotContain("Infinity", "NaN");
        }
    }

    @Test
    @DisplayName("S2-REQ-BT1 equal runs give equal bytes but for the time of writing and the speed")
    void equal_runs_give_equal_bytes() throws IOException {
        for (long seed = 1; seed < 20; seed++) {
            BacktestResult once = SampleBacktest.random(seed);
            BacktestResult slower = new BacktestResult(once.terms(), once.trades(), once.equity(), once.counts(), 0);
            List<String> first = lines(written(once, NOON));
            List<String> second = lines(written(slower, NOON.plusSeconds(1)));
            assertThat(first).hasSameSizeAs(second);
            List<String> different = new ArrayList<>(first);
            different.removeAll(second);
            assertThat(different).hasSize(2).anyMatch(line -> line.contains("\"generated_at\""))
                    .anyMatch(line -> line.contains("\"bars_per_second\""));
        }
    }

    @Test
    void each_trade_stands_on_a_line_of_its_own() throws IOException {
        assertThat(lines(written(ordinary(), NOON))).filteredOn(line -> line.contains("\"opened_at_ms\"")).hasSize(2)
                .allMatch(line -> line.startsWith("    {\"instrument\": ") && line.contains("\"exit_rule\": ")
                        && line.replace(",", "").endsWith("}"));
    }

    @Test
    void a_report_is_replaced_whole_and_nothing_else_is_left() throws IOException {
        written(SampleBacktest.random(1), NOON);
        String second = written(ordinary(), NOON);
        assertThat(second).contains("19.99999999").endsWith("}\n");
        assertThat(file().getParent().toFile().list()).containsExactly("report.json");
    }

    @Test
    void a_place_that_cannot_be_written_is_named_with_the_reason() throws IOException {
        Path file = Files.writeString(folder.resolve("flat"), "");
        assertThatThrownBy(() -> new BacktestReports(() -> NOON).write(ordinary(), file.resolve("r.json"), null))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("cannot write " + file.resolve("r.json"))
                .hasMessageContaining("Exception");
    }

    @Test
    void a_hundred_thousand_trades_are_written_a_line_each() throws IOException {
        List<BacktestTrade> trades = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            trades.add(trade(i % 3 == 0 ? "-1.23456789" : "2.5", i));
        }
        BacktestResult large = SampleBacktest.of(SampleBacktest.terms("1000", FROM_MS + 70 * DAY_MS), trades,
                List.of(worth(0, "1000")));
        String text = written(large, NOON);
        assertThat(lines(text)).filteredOn(line -> line.contains("\"entry_rule\"")).hasSize(100_000);
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = node.fieldNames(); each.hasNext();) {
            names.add(each.next());
        }
        return names;
    }
}

