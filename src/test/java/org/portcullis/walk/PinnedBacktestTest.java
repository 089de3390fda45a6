package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.Percent;
import org.portcullis.research.Backtest;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.ReportComparison;
import org.portcullis.research.report.BacktestReports;

/**
 * Strategies over a generated market whose statistics are pinned: a change of code, rules or limits that moves one of
 * them is seen. When it was meant, {@code mvn -q test -Dtest=PinnedBacktestTest -Dportcullis.pins.write=true} writes
 * the pins anew; read the difference.
 */
@DisplayName("B-B5 backtests with pinned statistics")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PinnedBacktestTest {

    private static final Path PIN = Path.of("src/test/resources/pins/three-strategies.json");
    private static final int MINUTES = 4_000;

    @TempDir
    static Path folder;

    private static BacktestPlan plan;
    private static Path report;

    @BeforeAll
    static void a_run_over_a_generated_market() throws IOException {
        plan = BacktestPlan.of(Bars.generated(folder.resolve("bars"), 42, MINUTES), Path.of("rules"))
                .asking("momentum-core", "smc-scalper", "ema-cross").under(mild(), null);
        report = report(plan, "report");
    }

    /** Shipped limits, a venue that hardly charges, and losing streaks that stop nothing for long: trades win too. */
    private static Path mild() throws IOException {
        String policy = Files.readString(Path.of("rules/policy.yaml"));
        policy = changed(policy, "venue.paper.taker-bps:              {type: number, value: 60,", "60,", "2,");
        policy = changed(policy, "losing-streak.ends:       {type: word, value: person,", "person,", "cool-off,");
        return Files.writeString(folder.resolve("policy.yaml"), policy);
    }

    private static String changed(String policy, String line, String from, String to) {
        assertThat(policy).contains(line);
        return policy.replace(line, line.replace(from, to));
    }

    @Test
    void three_strategies_still_do_what_is_pinned() throws IOException {
        if (Boolean.getBoolean("portcullis.pins.write")) {
            Files.createDirectories(PIN.getParent());
            Files.writeString(PIN, pinned(report));
        }
        ReportComparison comparison = BacktestReports.compare(PIN, report, Percent.of("0"), false);
        assertThat(comparison.failed()).isEmpty();
        assertThat(pinned(report)).isEqualTo(Files.readString(PIN));
    }

    @Test
    void every_strategy_has_its_part_in_it_and_trades_win_and_lose() throws IOException {
        JsonNode summary = Json.shared().readTree(report.toFile()).get("summary");
        assertThat(plan.strategies()).allSatisfy(name ->
                assertThat(summary.at("/by_strategy/" + name + "/trades").intValue()).as(name).isPositive());
        assertThat(summary.get("winning_trades").intValue()).isPositive();
        assertThat(summary.get("losing_trades").intValue()).isPositive();
    }

    @Test
    @DisplayName("S2-REQ-BT1 a second run, on more threads, gives the same bytes but for time and speed")
    void equal_plans_give_equal_reports() throws IOException {
        List<String> once = Files.readAllLines(report);
        List<String> again = Files.readAllLines(report(plan.on(2), "again"));
        assertThat(again).hasSameSizeAs(once);
        List<String> different = new ArrayList<>(again);
        different.removeAll(once);
        assertThat(different).allMatch(line -> line.contains("\"bars_per_second\""));
    }

    private static Path report(BacktestPlan plan, String name) {
        Path report = folder.resolve(name + ".json");
        new BacktestReports(() -> Instant.EPOCH).write(new Backtest(row -> { }).run(plan), report, null);
        return report;
    }

    /** The report without its trades and without what may change while the statistics stay. */
    private static String pinned(Path report) throws IOException {
        ObjectNode tree = (ObjectNode) Json.shared().readTree(report.toFile());
        tree.remove("trades");
        ((ObjectNode) tree.get("metadata")).remove(List.of("generated_at", "rules_version", "policy_hash"));
        ((ObjectNode) tree.get("summary")).remove(List.of("bars_per_second", "equity_by_day"));
        return pretty(tree);
    }

    private static String pretty(ObjectNode tree) throws JsonProcessingException {
        return tree.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
