package org.portcullis.research.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.research.Backtest;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.Copies;

/** Proposals of the generated market, by the shipped rules, beside what a backtest is proposed over the same bars. */
@DisplayName("B-B9 proposals of the past")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalScanTest {

    private static final Path RULES = Path.of("rules");
    private static final long START_MS = 1_772_409_600_000L;
    private static final int MINUTES = 500;

    @TempDir
    static Path folder;

    private static Path bars;
    private static final List<String> TOLD = new ArrayList<>();
    private static SignalReport one;

    @BeforeAll
    static void run_once() {
        bars = folder.resolve("bars");
        BarFeed feed = new BarFeed(InstrumentCatalogue.read(RULES.resolve("instruments.yaml")));
        try (BarStream stream = feed.generated(GeneratedMarket.demo(7, START_MS, MINUTES))) {
            feed.write(stream, bars);
        }
        one = new SignalScan(TOLD::add).run(new ScanPlan(plan(), ScanPlan.HORIZONS, true));
    }

    private static BacktestPlan plan() {
        return BacktestPlan.of(bars, RULES).asking("momentum-core", "pool-reversal");
    }

    private static SignalReport again(BacktestPlan plan, int... horizons) {
        return new SignalScan(row -> { }).run(new ScanPlan(plan, horizons.length == 0 ? ScanPlan.HORIZONS
                : Arrays.stream(horizons).boxed().toList(), true));
    }

    @Test
    void figures_are_the_same_without_lines_which_are_then_refused() {
        SignalReport bare = new SignalScan(row -> { }).run(new ScanPlan(plan(), ScanPlan.HORIZONS, false));
        assertThat(bare.lines()).isEqualTo(one.lines());
        assertThat(bare.found().strategies()).isEqualTo(one.found().strategies());
        assertThatThrownBy(() -> bare.writeLines(folder.resolve("none.csv")))
                .hasMessageContaining("ask for lines in the plan");
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    private static JsonNode json(SignalReport report) throws IOException {
        return Json.shared().readTree(report.json());
    }

    @Test
    void equal_plans_give_equal_reports_on_one_thread_and_on_three() throws IOException {
        SignalReport three = again(plan().on(3));
        Path first = folder.resolve("one.csv");
        Path second = folder.resolve("three.csv");
        one.writeLines(first);
        three.writeLines(second);
        assertThat(second).hasSameTextualContentAs(first);
        assertThat(bare(three)).isEqualTo(bare(one));
        assertThat(Files.readAllLines(first)).hasSizeGreaterThan(10);
    }

    /** The report without the two figures that equal runs do not share. */
    private static String bare(SignalReport report) {
        return report.json().replaceAll("\"(generated_at|bars_per_second)\": [^,]*,", "");
    }

    @Test
    void what_is_proposed_is_what_a_backtest_is_proposed() throws IOException {
        Path decisions = folder.resolve("decisions.jsonl");
        BacktestResult backtest = new Backtest(row -> { }).run(plan().telling(decisions));
        Set<String> judged = new TreeSet<>();
        for (String line : Files.readAllLines(decisions)) {
            judged.add(Json.shared().readTree(line).get("proposalId").asText());
        }
        Path lines = folder.resolve("signals.csv");
        one.writeLines(lines);
        List<String> rows = Files.readAllLines(lines);
        Set<String> proposed = new TreeSet<>();
        rows.subList(1, rows.size()).forEach(row -> proposed.add(row.substring(row.lastIndexOf(',') + 1)));
        assertThat(judged).containsAll(proposed);
        assertThat(proposed).hasSize((int) backtest.counts().proposals());
        JsonNode report = json(one);
        assertThat(report.at("/summary/proposals").asLong()).isEqualTo(backtest.counts().proposals());
        assertThat(report.at("/summary/bars").asLong()).isEqualTo(backtest.counts().bars());
        assertThat(report.at("/metadata/data_hash").asText()).isEqualTo(backtest.terms().dataHash());
        assertThat(report.at("/metadata/rules_version").asText()).isEqualTo(backtest.terms().rulesVersion());
        assertThat(report.at("/metadata/policy_hash").asText()).isEqualTo(backtest.terms().policyHash());
        backtest.counts().noTrade().forEach((reason, count) ->
                assertThat(report.at("/summary/no_trade/" + reason).asLong()).as(reason).isEqualTo(count));
    }

    @Test
    void every_group_adds_up_to_its_strategy() throws IOException {
        JsonNode strategies = json(one).get("strategies");
        assertThat(strategies.size()).isEqualTo(2);
        for (JsonNode strategy : strategies) {
            for (String group : List.of("by_symbol", "by_rule", "by_hour", "by_regime")) {
                long sum = 0;
                for (JsonNode part : strategy.get(group)) {
                    sum += part.get("long").asLong() + part.get("short").asLong() + part.get("exit").asLong();
                }
                assertThat(sum).as(group).isEqualTo(strategy.get("long").asLong() + strategy.get("short").asLong()
                        + strategy.get("exit").asLong());
            }
            JsonNode first = strategy.at("/entries/first_reached");
            assertThat(first.get("target").asLong() + first.get("stop").asLong() + first.get("neither").asLong()
                    + first.get("unfinished").asLong()).isEqualTo(strategy.get("long").asLong()
                            + strategy.get("short").asLong());
            JsonNode last = strategy.at("/entries/240");
            assertThat(last.get("finished").asLong() + last.get("unfinished").asLong())
                    .isEqualTo(strategy.get("long").asLong() + strategy.get("short").asLong());
        }
    }

    @Test
    void strategies_see_nothing_of_what_comes_after() throws IOException {
        long cut = START_MS + 300 * Bar.INTERVAL_MS;
        Path whole = folder.resolve("whole.csv");
        Path half = folder.resolve("half.csv");
        one.writeLines(whole);
        again(plan().between(Long.MIN_VALUE, cut)).writeLines(half);
        List<String> early = proposals(whole).stream().filter(row -> time(row) <= cut).toList();
        assertThat(proposals(half)).isEqualTo(early).isNotEmpty();
    }

    /** Rows without what came after. */
    private static List<String> proposals(Path file) throws IOException {
        List<String> rows = Files.readAllLines(file);
        return rows.subList(1, rows.size()).stream().map(row -> {
            String[] parts = row.split(",", -1);
            return String.join(",", List.of(parts).subList(0, 12)) + "," + parts[parts.length - 1];
        }).toList();
    }

    private static long time(String row) {
        return Long.parseLong(row.split(",")[1]);
    }

    @Test
    void bars_before_the_span_warm_up_only_and_are_no_baseline() throws IOException {
        long from = START_MS + 300 * Bar.INTERVAL_MS;
        JsonNode late = json(again(plan().between(from, START_MS + 400 * Bar.INTERVAL_MS), 1));
        assertThat(late.at("/metadata/from_ms").asLong()).isEqualTo(from);
        assertThat(late.at("/metadata/to_ms").asLong()).isEqualTo(START_MS + 400 * Bar.INTERVAL_MS);
        assertThat(late.at("/baseline/BTCUSDT/1/bars").asLong()).isLessThan(100).isGreaterThan(80);
        assertThat(late.at("/summary/bars").asLong()).isLessThanOrEqualTo(500);
    }

    @Test
    void a_strategy_that_asks_what_it_holds_hears_nothing_and_the_report_says_so() throws IOException {
        Path rules = Copies.rules(folder.resolve("holding"));
        Path triggers = rules.resolve("strategy/ema-cross/triggers.drl");
        Files.writeString(triggers, Files.readString(triggers)
                .replace("import org.portcullis.strategy.Intent", "import org.portcullis.strategy.Holding\n"
                        + "import org.portcullis.strategy.Intent")
                .replaceFirst("when\n {4}\\$r : Readings\\( value\\(\"fast\"\\) < ", "when\n    Holding( "
                        + "direction > 0 )\n    \\$r : Readings( value(\"fast\") < "));
        assertThat(json(again(BacktestPlan.of(bars, rules).asking("ema-cross"))).at("/metadata/holding_asked")
                .asBoolean()).isTrue();
        assertThat(json(one).at("/metadata/holding_asked").asBoolean()).isFalse();
    }

    @Test
    void the_page_loads_nothing_and_names_every_strategy_and_rule() throws IOException {
        Path page = folder.resolve("signals.html");
        one.writePage(page);
        assertThat(page).content().contains("<h2>momentum-core</h2>").contains("strategy.momentum_core.triggers.")
                .contains("All bars").contains("NO_TRIGGER").doesNotContain("<script").doesNotContain("src=")
                .doesNotContain("href=");
        assertThat(one.lines()).anyMatch(line -> line.startsWith("momentum-core: "))
                .anyMatch(line -> line.contains("bars after entry")).noneMatch(line -> line.contains("\u2212"));
    }

    @Test
    void rows_that_are_no_bars_are_told_with_their_place() {
        assertThat(TOLD).anyMatch(text -> text.contains("-1m.csv:") && text.endsWith("row left out"));
        assertThat(TOLD.get(TOLD.size() - 1)).endsWith("rows or files were left out");
    }

    @Test
    void what_is_wrong_with_a_plan_is_said_with_the_way_out() {
        assertThatThrownBy(() -> again(plan().asking("momentum"))).hasMessageContaining("no strategy momentum");
        assertThatThrownBy(() -> again(BacktestPlan.of(folder.resolve("none"), RULES).asking("momentum-core")))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> again(plan().between(2 * START_MS, 3 * START_MS)))
                .hasMessageContaining("no bar between").hasMessageContaining("its bars are from");
        assertThatThrownBy(() -> again(plan(), 0)).hasMessageContaining("--horizons");
    }
}
