package org.portcullis.web.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.web.PerformanceLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what trades brought, by the rule that opened or closed them and other tags (B-S13). */
public final class PerformanceReads {

    /** What trades are put together by. */
    public enum Tag {
        /** The rule that opened the position; of several entries into one position the latest before the exit. */
        ENTRY_RULE("entry_rule"),
        /** The rule that closed it. */
        EXIT_RULE("exit_rule"),
        /** The strategy whose position it was. */
        STRATEGY("strategy"),
        /** What was traded. */
        INSTRUMENT("instrument");

        private final String column;

        Tag(String column) {
            this.column = column;
        }
    }

    private static final String TRADES = """
            WITH told AS (
                SELECT f.client_order_id, f.account, f.instrument, f.strategy, f.at, f.recorded_at, f.realised_e8,
                       d.rule, d.intent
                FROM portfolio.fills_log f JOIN orders.orders o USING (client_order_id)
                     JOIN risk.decisions_log d ON d.decision_id = o.decision_id
                WHERE f.account = :account),
            closed AS (
                SELECT client_order_id, instrument, strategy, rule AS exit_rule, max(at) AS at,
                       max(recorded_at) AS recorded_at, sum(realised_e8)::bigint AS realised_e8
                FROM told WHERE intent = 'EXIT' GROUP BY client_order_id, instrument, strategy, rule),
            trades AS (
                SELECT c.*, coalesce((SELECT e.rule FROM told e WHERE e.intent = 'ENTER' AND e.instrument = c.instrument
                           AND e.strategy = c.strategy AND e.recorded_at <= c.recorded_at
                           ORDER BY e.recorded_at DESC LIMIT 1), 'unknown') AS entry_rule
                FROM closed c WHERE c.at >= :since)
            SELECT %s AS tag, count(*) AS trades, count(*) FILTER (WHERE realised_e8 > 0) AS won,
                   coalesce(sum(realised_e8) FILTER (WHERE realised_e8 > 0), 0)::bigint AS profit_e8,
                   coalesce(sum(realised_e8) FILTER (WHERE realised_e8 < 0), 0)::bigint AS loss_e8,
                   max(realised_e8) AS best_e8, min(realised_e8) AS worst_e8
            FROM trades GROUP BY tag ORDER BY sum(realised_e8) DESC, tag
            """;

    private final JdbcClient jdbc;

    public PerformanceReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Trades closed since a moment of event time, put together by a tag, the most profitable first. */
    public List<PerformanceLine> by(Tag tag, AccountId account, Instant since) {
        return jdbc.sql(TRADES.formatted(tag.column)).param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PerformanceLine(row.getString("tag"), row.getLong("trades"),
                        row.getLong("won"), Rows.money(row, "profit_e8"), Rows.money(row, "loss_e8"),
                        Rows.money(row, "best_e8"), Rows.money(row, "worst_e8"))).list();
    }
}
