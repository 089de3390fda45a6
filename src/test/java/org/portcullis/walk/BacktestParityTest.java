package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Money;
import org.portcullis.order.FillApplied;
import org.portcullis.order.Order;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.backtest.History;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same bars through the whole running application in lock-step, with broker, workflow engine and database, and
 * through the backtest: every decision and every fill is the same.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BacktestParityTest {

    private static final int MINUTES = 600;
    private static final List<String> STRATEGIES = List.of("momentum-core", "pool-reversal");

    @TempDir
    static Path folder;

    private static List<String> liveDecisions;
    private static List<String> liveFills;
    private static long liveCashE8;
    private static final List<String> DECISIONS = new ArrayList<>();
    private static final List<String> FILLS = new ArrayList<>();
    private static final List<String> ENDS = new ArrayList<>();
    private static List<String> liveEnds;
    private static BacktestResult result;

    @BeforeAll
    static void both() {
        Path bars = Bars.generated(folder.resolve("bars"), 7, MINUTES);
        Path rules = rules(folder.resolve("rules"));
        replayed(bars, rules);
        result = History.walk(BacktestPlan.of(bars, rules).under(rules.resolve("policy.yaml"), "busy")
                .asking(STRATEGIES.toArray(String[]::new)).unanswered(), new History.Hearing() {
                    @Override
                    public void judged(Verdict verdict) {
                        DECISIONS.add(line(verdict));
                    }

                    @Override
                    public void filled(FillApplied applied) {
                        FILLS.add(line(applied));
                    }

                    @Override
                    public void ended(Order order) {
                        ENDS.add(order.clientOrderId() + " " + order.state() + " " + order.filled().e8() + " "
                                + order.reason() + " " + order.createdAtMs() + " " + order.endedAtMs());
                    }
                }, row -> { });
        Collections.sort(DECISIONS);
        Collections.sort(FILLS);
        Collections.sort(ENDS);
    }

    /** The shipped rules with limits under which more is traded and breakers trip and end on the way. */
    private static Path rules(Path copy) {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(Path.of("rules").relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
            Path policy = copy.resolve("policy.yaml");
            Files.writeString(policy, Files.readString(policy) + """

                  busy:
                    risk.breaker.losing-streak.max: 5
                    risk.breaker.losing-streak.ends: cool-off
                    risk.breaker.slippage.rung: WARN
                    risk.cooldown-after-stop: 1min
                    order.gating-notional: 450
                    risk.trade-risk-pct-max: 0.08
                """.indent(0));
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void replayed(Path bars, Path rules) {
        try (RunningPortcullis portcullis = RunningPortcullis.start(folder.resolve("home"),
                "portcullis.feed.replay.path=" + bars, "portcullis.feed.replay.speed=max",
                "portcullis.feed.replay.lock-step=true", "portcullis.rules-path=" + rules,
                "portcullis.policy.profile=busy",
                "portcullis.strategy.enabled=" + String.join(",", STRATEGIES))) {
            portcullis.awaitReplayEnd();
            JdbcClient jdbc = portcullis.jdbc();
            liveDecisions = jdbc.sql("SELECT proposal_id || ' ' || decision_id || ' ' || outcome || ' '"
                    + " || quantity_e8 || ' ' || limit_price_e8 || ' ' || reasons || ' '"
                    + " || (extract(epoch FROM decided_at) * 1000)::bigint AS line"
                    + " FROM risk.decisions_log").query(String.class).list().stream().sorted().toList();
            liveFills = jdbc.sql("SELECT (extract(epoch FROM at) * 1000)::bigint || ' ' || venue_trade_id || ' ' ||"
                    + " instrument || ' ' || strategy || ' ' || side || ' ' || quantity_e8 || ' ' || price_e8 || ' ' ||"
                    + " fee_e8 || ' ' || realised_e8 AS line FROM portfolio.fills_log").query(String.class).list()
                    .stream().sorted().toList();
            liveEnds = jdbc.sql("SELECT client_order_id || ' ' || state || ' ' || filled_e8 || ' ' || coalesce(reason,"
                    + " 'null') || ' ' || (extract(epoch FROM created_at) * 1000)::bigint || ' '"
                    + " || (extract(epoch FROM ended_at) * 1000)::bigint FROM orders.orders WHERE ended_at IS NOT NULL")
                    .query(String.class).list().stream().sorted().toList();
            liveCashE8 = jdbc.sql("SELECT initial_cash_e8 + realised_e8 FROM portfolio.accounts")
                    .query(Long.class).single();
        }
    }

    private static String line(Verdict verdict) {
        return verdict.decision().proposal().proposalId() + " " + verdict.decision().decisionId() + " "
                + verdict.outcome() + " " + verdict.decision().quantity().e8() + " "
                + verdict.decision().limitPrice().e8() + " "
                + verdict.reasons().stream().map(ReasonCode::name).collect(Collectors.joining("|")) + " "
                + verdict.decision().decidedAtMs();
    }

    private static String line(FillApplied applied) {
        return applied.fill().atMs() + " " + applied.fill().venueTradeId() + " " + applied.fill().instrument() + " "
                + applied.fill().strategy() + " " + applied.fill().side() + " " + applied.fill().quantity().e8() + " "
                + applied.fill().price().e8() + " " + applied.fill().fee().e8() + " "
                + applied.booked().realised().e8();
    }

    @Test
    @DisplayName("B-B1, S2-BT4: the backtest decides as the running application does")
    void decisions_are_the_same() {
        assertThat(liveDecisions.stream().map(line -> line.split(" ")[2]).distinct()).contains("APPROVED", "DENIED");
        assertThat(DECISIONS).isEqualTo(liveDecisions);
    }

    @Test
    @DisplayName("B-B1, S2-BT4: and is filled as it is")
    void fills_are_the_same() {
        assertThat(liveFills).hasSizeGreaterThan(10);
        assertThat(FILLS).isEqualTo(liveFills);
    }

    @Test
    @DisplayName("the lifecycle in memory does what the workflow does: orders end alike, at the same moment")
    void orders_end_alike() {
        assertThat(liveEnds.stream().map(line -> line.split(" ")[1]).distinct()).contains("FILLED", "EXPIRED");
        assertThat(ENDS).isEqualTo(liveEnds);
    }

    @Test
    void the_account_realised_the_same() {
        Money realised = result.trades().stream().map(trade -> trade.profit()).reduce(Money.ZERO, Money::plus);
        assertThat(result.terms().cash().plus(realised).e8()).isEqualTo(liveCashE8);
    }

    @Test
    void what_is_counted_adds_up() {
        assertThat(result.counts().approved() + result.counts().denied() + result.counts().asked())
                .isEqualTo(DECISIONS.size());
        assertThat(result.counts().fills()).isEqualTo(FILLS.size());
        assertThat(new TreeMap<>(result.counts().noTrade()).values().stream().mapToLong(Long::longValue).sum())
                .isLessThan(result.counts().bars());
    }
}
