package org.portcullis.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Money;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;

/** Backtests over the generated market, by the shipped rules and limits. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BacktestTest {

    private static final Path RULES = Path.of("rules");
    private static final long START_MS = 1_772_409_600_000L;
    private static final int MINUTES = 500;

    @TempDir
    static Path folder;

    private static Path bars;
    private static Path decisions;
    private static final List<String> TOLD = new ArrayList<>();
    private static BacktestResult one;

    @BeforeAll
    static void run_once() {
        bars = folder.resolve("bars");
        BarFeed feed = new BarFeed(InstrumentCatalogue.read(RULES.resolve("instruments.yaml")));
        try (BarStream stream = feed.generated(GeneratedMarket.demo(7, START_MS, MINUTES))) {
            feed.write(stream, bars);
        }
        decisions = folder.resolve("decisions.jsonl");
        one = new Backtest(TOLD::add).run(plan().telling(decisions));
    }

    private static BacktestPlan plan() {
        return BacktestPlan.of(bars, RULES).asking("momentum-core", "pool-reversal");
    }

    private static BacktestResult again(BacktestPlan plan) {
        return new Backtest(row -> { }).run(plan);
    }

    @Test
    @DisplayName("S2-REQ-BT1: equal plans give equal results, on one thread and on three")
    void equal_plans_give_equal_results() {
        BacktestResult three = again(plan().on(3));
        assertThat(three.terms()).isEqualTo(one.terms());
        assertThat(three.trades()).isEqualTo(one.trades()).isNotEmpty();
        assertThat(three.equity()).isEqualTo(one.equity());
        assertThat(three.counts()).isEqualTo(one.counts());
    }

    @Test
    void every_bar_is_counted_once() {
        long idle = one.counts().noTrade().values().stream().mapToLong(Long::longValue).sum();
        assertThat(one.counts().bars()).isGreaterThan(MINUTES * 4).isLessThanOrEqualTo(MINUTES * 5);
        assertThat(idle).isLessThan(one.counts().bars()).isGreaterThanOrEqualTo(
                one.counts().bars() - one.counts().proposals());
    }

    @Test
    void money_that_trades_brought_is_money_of_the_account() {
        Money profit = one.trades().stream().map(BacktestTrade::profit).reduce(Money.ZERO, Money::plus);
        Money end = one.equity().get(one.equity().size() - 1).equity();
        assertThat(one.counts().openAtEnd()).isZero();
        assertThat(end).isEqualTo(one.terms().cash().plus(profit));
        assertThat(one.equity().get(0).equity()).isEqualTo(one.terms().cash());
    }

    @Test
    @DisplayName("B-B9: every decision is written with its reasons, denied ones too")
    void decisions_are_written() throws IOException {
        List<String> lines = Files.readAllLines(decisions);
        assertThat(lines).hasSize((int) (one.counts().approved() + one.counts().denied() + one.counts().asked()));
        assertThat(lines).anyMatch(line -> line.contains("\"DENIED\"") && line.contains("NOTHING_TO_CLOSE"))
                .anyMatch(line -> line.contains("\"APPROVED\"") && line.contains("\"reasons\":[]"));
    }

    @Test
    void rows_that_are_no_bars_are_told_with_their_place() {
        assertThat(TOLD).anyMatch(text -> text.contains("-1m.csv:") && text.endsWith("row left out"));
        assertThat(TOLD.get(TOLD.size() - 1)).endsWith("rows or files were left out");
    }

    @Test
    void bars_before_the_span_warm_up_only() {
        long from = START_MS + 300 * Bar.INTERVAL_MS;
        BacktestResult late = again(plan().between(from, START_MS + 400 * Bar.INTERVAL_MS));
        assertThat(late.terms().fromMs()).isEqualTo(from);
        assertThat(late.terms().toMs()).isEqualTo(START_MS + 400 * Bar.INTERVAL_MS);
        assertThat(late.counts().bars()).isLessThanOrEqualTo(500);
        assertThat(late.counts().noTrade().getOrDefault("WARMING_UP", 0L)).isLessThan(100);
        assertThat(late.trades()).allMatch(trade -> trade.openedAtMs() > from);
    }

    @Test
    void nobody_answers_unless_approvals_are_granted() {
        BacktestResult asked = again(BacktestPlan.of(bars, RULES).under(RULES.resolve("policy.yaml"), "conservative")
                .asking("momentum-core", "pool-reversal").unanswered());
        assertThat(asked.terms().approvals()).isEqualTo("nobody");
        assertThat(one.terms().approvals()).isEqualTo("granted");
        assertThat(asked.counts().fills()).isLessThanOrEqualTo(one.counts().fills());
    }

    @Test
    void a_strategy_that_asks_what_it_holds_is_asked_minute_by_minute() throws IOException {
        Path rules = Copies.rules(folder.resolve("holding"));
        Path triggers = rules.resolve("strategy/ema-cross/triggers.drl");
        Files.writeString(triggers, Files.readString(triggers)
                .replace("import org.portcullis.strategy.Intent", "import org.portcullis.strategy.Holding\n"
                        + "import org.portcullis.strategy.Intent")
                .replaceFirst("when\n {4}\\$r : Readings\\( value\\(\"fast\"\\) < ", "when\n    Holding( "
                        + "direction > 0 )\n    \\$r : Readings( value(\"fast\") < "));
        assertThat(Files.readString(triggers)).contains("Holding( direction > 0 )");
        BacktestResult holding = again(BacktestPlan.of(bars, rules).asking("ema-cross"));
        BacktestResult blind = again(BacktestPlan.of(bars, RULES).asking("ema-cross"));
        assertThat(blind.counts().denials()).containsKey("NOTHING_TO_CLOSE");
        assertThat(holding.counts().denials().getOrDefault("NOTHING_TO_CLOSE", 0L))
                .isLessThan(blind.counts().denials().get("NOTHING_TO_CLOSE"));
        assertThat(again(BacktestPlan.of(bars, rules).asking("ema-cross").on(2)).counts()).isEqualTo(holding.counts());
    }

    @Test
    void what_is_wrong_with_a_plan_is_said_with_the_way_out() {
        assertThatThrownBy(() -> again(plan().asking("momentum"))).hasMessageContaining("no strategy momentum")
                .hasMessageContaining("momentum-core");
        assertThatThrownBy(() -> again(BacktestPlan.of(folder.resolve("none"), RULES).asking("momentum-core")))
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> again(plan().under(folder.resolve("no.yaml"), null)))
                .hasMessageContaining("no.yaml is not there").hasMessageContaining("--policy");
        assertThatThrownBy(() -> again(plan().under(RULES.resolve("policy.yaml"), "demo")))
                .hasMessageContaining("rotation.enabled");
        assertThatThrownBy(() -> again(plan().between(START_MS - 120_000, START_MS - 60_000)))
                .hasMessageContaining("no bar between");
        assertThatThrownBy(() -> plan().between(1, 1)).hasMessageContaining("--to must be later");
        assertThatThrownBy(() -> again(BacktestPlan.of(bars, RULES))).hasMessageContaining("no strategy is enabled")
                .hasMessageContaining("--strategies");
    }
}
