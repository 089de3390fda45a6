package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.research.SampleBacktest.DAY_MS;
import static org.portcullis.research.SampleBacktest.FROM_MS;
import static org.portcullis.research.SampleBacktest.trade;
import static org.portcullis.research.SampleBacktest.worth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.route.Json;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.SampleBacktest;
import org.portcullis.research.report.BacktestReports;

/** {@code compare} as a build calls it: its exit code is what counts. */
@DisplayName("S2-REQ-BT3 the command compare")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompareCommandTest {

    @TempDir
    private Path folder;
    private String error = "";
    private String printed = "";

    @BeforeEach
    void a_baseline_of_fifty_trades() {
        report("base.json", 50, 3);
    }

    private String report(String name, int trades, int days) {
        List<BacktestTrade> list = new ArrayList<>();
        for (int i = 0; i < trades; i++) {
            list.add(trade(i % 2 == 0 ? "2" : "-1", i));
        }
        Path file = folder.resolve(name);
        new BacktestReports(() -> Instant.EPOCH).write(SampleBacktest.of(SampleBacktest.terms("100",
                FROM_MS + days * DAY_MS), list, List.of(worth(10, "90"), worth(20, "125"))), file, null);
        return file.toString();
    }

    private String base() {
        return folder.resolve("base.json").toString();
    }

    @Test
    void equal_reports_pass_with_code_0() {
        assertThat(run("compare", base(), report("now.json", 50, 3))).isZero();
        assertThat(printed).contains("PASSED").doesNotContain("FAILED");
        assertThat(error).isEmpty();
    }

    @Test
    void one_trade_in_fifty_is_two_percent_and_passes_and_is_too_much_for_less() {
        String now = edited("\"total_trades\": 50", "\"total_trades\": 51");
        assertThat(run("compare", base(), now)).isZero();
        assertThat(run("compare", base(), now, "--tolerance", "1.99999999%")).isEqualTo(1);
        assertThat(run("compare", base(), now, "--tolerance", "2")).isZero();
    }

    @Test
    void a_figure_beyond_the_tolerance_fails_with_code_1_and_both_numbers() {
        assertThat(run("compare", base(), edited("\"total_trades\": 50", "\"total_trades\": 52"))).isEqualTo(1);
        assertThat(printed.lines().filter(line -> line.startsWith("total_trades"))).singleElement().asString()
                .contains("50", "52", "4.0000 %", " 2 % ", "FAILED");
        assertThat(printed).endsWith("FAILED: total_trades");
    }

    @Test
    void json_is_one_document_with_the_same_verdict() throws IOException {
        assertThat(run("compare", base(), edited("\"win_rate\": 0.5", "\"win_rate\": null"), "--json")).isEqualTo(1);
        JsonNode document = Json.shared().readTree(printed);
        assertThat(document.get("passed").booleanValue()).isFalse();
        assertThat(document.at("/keys/1/key").textValue()).isEqualTo("win_rate");
        assertThat(document.at("/keys/1/baseline").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(document.at("/keys/1/now").isNull()).isTrue();
        assertThat(document.at("/tolerance").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void a_run_of_another_span_is_an_error_unless_asked_for() {
        String longer = report("longer.json", 50, 4);
        assertThat(run("compare", base(), longer)).isEqualTo(2);
        assertThat(error).contains("is of another run than", "to_ms (", "--any-data").doesNotContain("\n");
        assertThat(run("compare", base(), longer, "--any-data")).isZero();
        assertThat(printed).contains("other to_ms (");
    }

    @Test
    void another_hash_of_the_bars_is_an_error_and_other_rules_are_only_told() {
        assertThat(run("compare", base(), edited("\"da7a\"", "\"beef\""))).isEqualTo(2);
        assertThat(error).contains("data_hash (beef, not da7a)");
        assertThat(run("compare", base(), edited("\"rules-1\"", "\"rules-2\""))).isZero();
        assertThat(printed).contains("other rules_version (rules-2, not rules-1)");
    }

    @Test
    void a_missing_file_is_an_error_in_one_line() {
        assertThat(run("compare", base(), folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(error).isEqualTo("portcullis: " + folder.resolve("none.json")
                + " is not there; give a report.json of a backtest");
    }

    @Test
    void a_file_cut_short_is_an_error_with_its_line() throws IOException {
        String whole = Files.readString(Path.of(base()));
        Path cut = Files.writeString(folder.resolve("cut.json"), whole.substring(0, whole.indexOf("\"closed_pnl\"")));
        assertThat(run("compare", base(), cut.toString())).isEqualTo(2);
        assertThat(error).startsWith("portcullis: " + cut + ":").contains("is no whole report").doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "7", "", "{\"metadata\":{}}", "{\"metadata\":[],\"regression_keys\":{}}",
        "{\"metadata\":{},\"regression_keys\":{\"total_trades\":1}}", "{\"metadata\":{},\"metadata\":{}}",
        "{\"metadata\":{},\"regression_keys\":{\"total_trades\":1,\"win_rate\":\"x\",\"total_pnl_pct\":1,"
                + "\"max_drawdown_pct\":1,\"profit_factor\":1}}",
        "{\"metadata\":{},\"regression_keys\":{\"total_trades\":1e999999999,\"win_rate\":1,\"total_pnl_pct\":1,"
                + "\"max_drawdown_pct\":1,\"profit_factor\":1}}"})
    void what_is_no_report_is_an_error_in_one_line(String text) throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.json"), text);
        assertThat(run("compare", base(), odd.toString(), "--any-data")).isEqualTo(2);
        assertThat(error).startsWith("portcullis: " + odd).doesNotContain("\n");
    }

    @Test
    void a_report_with_something_behind_it_is_an_error() throws IOException {
        Path twice = Files.writeString(folder.resolve("twice.json"), Files.readString(Path.of(base())).repeat(2));
        assertThat(run("compare", base(), twice.toString())).isEqualTo(2);
        assertThat(error).contains("goes on after its end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1%", "two", "", "1e30%"})
    void a_tolerance_that_is_none_is_an_error(String tolerance) {
        assertThat(run("compare", base(), base(), "--tolerance", tolerance)).isEqualTo(2);
        assertThat(error).contains("tolerance");
    }

    @Test
    void one_report_alone_is_bad_usage() {
        assertThat(run("compare", base())).isEqualTo(2);
        assertThat(error).contains("REPORT.json");
    }

    /** The baseline under another name, with one thing changed wherever it stands. */
    private String edited(String from, String to) {
        try {
            String text = Files.readString(Path.of(base()));
            assertThat(text).contains(from);
            return Files.writeString(folder.resolve("edited.json"), text.replace(from, to)).toString();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private int run(String... arguments) {
        Said said = Said.by(arguments);
        error = said.error();
        printed = said.printed().strip();
        return said.code();
    }
}
