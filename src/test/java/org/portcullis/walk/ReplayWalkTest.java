package org.portcullis.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.journal.Verification;
import org.portcullis.kernel.AccountId;
import org.portcullis.operations.ReplayFigures;
import org.portcullis.web.PerformanceLine;
import org.portcullis.web.adapter.store.PerformanceReads.Tag;
import org.portcullis.web.adapter.store.PerformanceReads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replay through everything, looked at from all sides; then the same again, and again on what the first left. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayWalkTest {

    private static final int MINUTES = 900;

    @TempDir
    static Path folder;

    private static ReplayFigures first;
    private static ReplayFigures second;
    private static ReplayFigures again;
    private static List<String> openEnds;
    private static long cashGapE8;
    private static long auditEntries;
    private static Map<String, Long> deskExits;
    private static List<String> exitsWithoutReason;
    private static long heldTooLong;
    private static long looseProtections;
    private static long auditEntriesWithoutHash;
    private static Map<Tag, List<PerformanceLine>> performance;
    private static long realisedE8;
    private static long closingOrders;

    @BeforeAll
    static void replay() {
        Path bars = Bars.generated(folder.resolve("bars"), 7, MINUTES);
        first = run(folder.resolve("first"), bars);
        second = run(folder.resolve("second"), bars);
        again = run(folder.resolve("first"), bars);
    }

    private static ReplayFigures run(Path home, Path bars) {
        try (RunningPortcullis portcullis = RunningPortcullis.start(home, "portcullis.feed.replay.path=" + bars,
                "portcullis.feed.replay.speed=max", "portcullis.feed.replay.lock-step=true")) {
            ReplayFigures figures = portcullis.awaitReplayEnd();
            JdbcClient jdbc = portcullis.jdbc();
            openEnds = jdbc.sql("SELECT client_order_id FROM orders.orders o WHERE state IN "
                    + "('FILLED','CANCELED','EXPIRED',"
                    + "'REJECTED','FAILED') AND (SELECT count(*) FROM orders.transitions_log t WHERE "
                    + "t.client_order_id ="
                    + " o.client_order_id AND t.to_state IN ('FILLED','CANCELED','EXPIRED','REJECTED','FAILED')) <> 1")
                    .query(String.class).list();
            cashGapE8 = jdbc.sql("SELECT a.initial_cash_e8 - a.cash_e8 + coalesce((SELECT sum(CASE WHEN side = 'SELL'"
                    + " THEN 1 ELSE -1 END * round(quantity_e8::numeric * price_e8 / 100000000) - fee_e8)"
                    + " FROM portfolio.fills_log), 0) FROM portfolio.accounts a").query(Long.class).single();
            deskExits = new TreeMap<>();
            jdbc.sql("SELECT rule, count(*) AS times FROM risk.decisions_log WHERE rule LIKE 'risk.exits.%' GROUP BY"
                    + " rule").query(row -> {
                        deskExits.put(row.getString("rule"), row.getLong("times"));
                    });
            exitsWithoutReason = jdbc.sql("SELECT decision_id FROM risk.decisions_log WHERE rule LIKE 'risk.exits.%'"
                    + " AND NOT (decision->'proposal'->'features' ?? 'exit.actual'"
                    + " AND decision->'proposal'->'features' ?? 'exit.limit')").query(String.class).list();
            heldTooLong = jdbc.sql("SELECT count(*) FROM portfolio.positions WHERE quantity_e8 > 0 AND opened_at <"
                    + " (SELECT max(at) FROM portfolio.fills_log) - interval '125 minutes'").query(Long.class).single();
            looseProtections = jdbc.sql("SELECT count(*) FROM portfolio.positions p FULL JOIN risk.protections g"
                    + " USING (account, instrument, strategy) WHERE (p.quantity_e8 > 0) IS DISTINCT FROM"
                    + " (g.stop_e8 IS NOT NULL) AND (p.quantity_e8 > 0 OR g.stop_e8 IS NOT NULL)")
                    .query(Long.class).single();
            performance = new TreeMap<>();
            for (Tag tag : Tag.values()) {
                performance.put(tag, portcullis.bean(PerformanceReads.class).by(tag,
                        portcullis.bean(AccountId.class), Instant.EPOCH));
            }
            realisedE8 = jdbc.sql("SELECT coalesce(sum(realised_e8), 0)::bigint FROM portfolio.fills_log")
                    .query(Long.class).single();
            closingOrders = jdbc.sql("SELECT count(*) FROM orders.orders WHERE intent = 'EXIT' AND filled_e8 > 0")
                    .query(Long.class).single();
            auditEntries = jdbc.sql("SELECT count(*) FROM journal.audit_log").query(Long.class).single();
            auditEntriesWithoutHash = jdbc.sql(
                    "SELECT count(*) FROM journal.audit_log WHERE policy_hash !~ '^[0-9a-f]{16}$'"
                    + " OR rules_version = ''").query(Long.class).single();
            return figures;
        }
    }

    @Test
    @DisplayName("S2-NT1: every bar has exactly one outcome")
    void every_bar_is_judged() {
        assertThat(first.barsJudged().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(first.bars());
        assertThat(first.barsJudged()).containsKeys("PROPOSED", "WARMING_UP", "NO_TRIGGER", "BAR_FLAGGED");
    }

    @Test
    void every_proposal_has_a_verdict_and_some_orders_were_filled() {
        assertThat(first.verdicts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(first.barsJudged().get("PROPOSED")
                        + deskExits.values().stream().mapToLong(Long::longValue).sum());
        assertThat(first.orders()).containsKey("FILLED");
        assertThat(first.fills()).isPositive();
    }

    @Test
    @DisplayName("B-S13: what trades brought is told by rule, strategy, instrument and adds up each way")
    void performance_adds_up() {
        for (Tag tag : Tag.values()) {
            List<PerformanceLine> lines = performance.get(tag);
            assertThat(lines.stream().mapToLong(PerformanceLine::trades).sum()).as(tag.name()).isEqualTo(closingOrders);
            assertThat(lines.stream().mapToLong(line -> line.realised().e8()).sum()).as(tag.name())
                    .isEqualTo(realisedE8);
            assertThat(lines).allMatch(line -> line.won() <= line.trades()
                    && line.best().compareTo(line.worst()) >= 0);
        }
        assertThat(performance.get(Tag.ENTRY_RULE)).extracting(PerformanceLine::tag)
                .allMatch(rule -> rule.startsWith("strategy.momentum_core.triggers.form-entry"));
        assertThat(performance.get(Tag.EXIT_RULE)).extracting(PerformanceLine::tag).isNotEmpty()
                .noneMatch(rule -> rule.contains("form-entry"));
    }

    @Test
    @DisplayName("S3-15, S3-16: the desk closes positions by itself and says why; none is held on")
    void the_desk_closes_positions() {
        assertThat(deskExits).isNotEmpty();
        assertThat(exitsWithoutReason).isEmpty();
        assertThat(heldTooLong).isZero();
    }

    @Test
    @DisplayName("B-E7: whatever is held is protected, and what is not held any more needs no protection")
    void whatever_is_held_is_protected() {
        assertThat(looseProtections).isZero();
    }

    @Test
    @DisplayName("S2-OSM1: an order that ended has ended exactly once")
    void one_end() {
        assertThat(openEnds).isEmpty();
    }

    @Test
    void cash_is_what_the_fills_left_to_the_last_unit() {
        assertThat(cashGapE8).isZero();
    }

    @Test
    @DisplayName("S2-REQ-BT1: the same file in lock-step gives identical decisions, orders and fills")
    void deterministic() {
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(second.orders()).isEqualTo(first.orders());
    }

    @Test
    void showing_the_same_bars_again_after_a_restart_changes_nothing() {
        assertThat(again.bars()).isZero();
        assertThat(again.hash()).isEqualTo(first.hash());
    }

    @Test
    @DisplayName("S2-CH1: every audit entry names the policy's hash and the rules in force")
    void every_audit_entry_names_its_versions() {
        assertThat(auditEntries).isGreaterThan(first.fills());
        assertThat(auditEntriesWithoutHash).isZero();
    }

    @Test
    void every_chain_of_records_is_sound() {
        assertThat(Stream.of("journal", "gateway", "paper-venue").map(folder.resolve("first")::resolve)
                .map(Verification::of)).allMatch(found -> found instanceof Verification.Sound sound
                        && sound.records() > 0);
    }
}
