package org.portcullis.web.adapter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.portcullis.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads counts and sums for the figures on top of the live page. */
public final class GlanceReads {

    /** Judgements over which the percentiles of the newest verdicts are taken. */
    private static final int VERDICTS = 1_000;

    private final JdbcClient jdbc;

    public GlanceReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Profit realised, exits with and without profit, in the UTC day of that moment. */
    public Day day(Instant now) {
        OffsetDateTime start = LocalDate.ofInstant(now, ZoneOffset.UTC).atStartOfDay().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                SELECT coalesce(sum(realised_e8), 0) AS realised_e8,
                       count(*) FILTER (WHERE realised_e8 > 0) AS wins,
                       count(*) FILTER (WHERE realised_e8 < 0) AS losses
                FROM portfolio.fills_log WHERE at >= :start AND at < :end""")
                .param("start", start).param("end", start.plusDays(1))
                .query((row, number) -> new Day(Rows.money(row, "realised_e8"), row.getLong("wins"),
                        row.getLong("losses"))).single();
    }

    /** Judgements by outcome, of all time. */
    public Verdicts verdicts() {
        return jdbc.sql("""
                SELECT count(*) AS all_of_them, count(*) FILTER (WHERE outcome = 'APPROVED') AS approved,
                       count(*) FILTER (WHERE outcome = 'DENIED') AS denied,
                       count(*) FILTER (WHERE outcome = 'ASK_PERSON') AS asked
                FROM risk.decisions_log""")
                .query((row, number) -> new Verdicts(row.getLong("all_of_them"), row.getLong("approved"),
                        row.getLong("denied"), row.getLong("asked"))).single();
    }

    /** Median and 99th percentile of the newest judgements, microseconds from frame to verdict; 0 without any. */
    public Speed speed() {
        return jdbc.sql("""
                SELECT coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY verdict_micros), 0)::bigint AS p50,
                       coalesce(percentile_cont(0.99) WITHIN GROUP (ORDER BY verdict_micros), 0)::bigint AS p99
                FROM (SELECT verdict_micros FROM risk.decisions_log WHERE verdict_micros IS NOT NULL
                      ORDER BY decided_at DESC LIMIT :newest) newest""")
                .param("newest", VERDICTS)
                .query((row, number) -> new Speed(row.getLong("p50"), row.getLong("p99"))).single();
    }

    /** Bars judged without a proposal, of all time. */
    public long judgedBars() {
        return jdbc.sql("SELECT coalesce(sum(bars), 0)::bigint FROM strategy.judged_bars").query(Long.class).single();
    }

    /** Orders that have not ended, and what the entries among them may still cost at their limit price. */
    public Pending pending() {
        return jdbc.sql("""
                SELECT count(*) AS working,
                       coalesce(sum(round((quantity_e8 - filled_e8)::numeric * limit_price_e8 / 100000000))
                                FILTER (WHERE intent = 'ENTER'), 0)::bigint AS notional_e8
                FROM orders.orders WHERE state IN ('NEW', 'OPEN', 'PARTIAL_FILL')""")
                .query((row, number) -> new Pending(row.getLong("working"), Rows.money(row, "notional_e8"))).single();
    }

    /** One day's result. */
    public record Day(Money realised, long wins, long losses) {
    }

    /** Judgements by outcome. */
    public record Verdicts(long all, long approved, long denied, long asked) {
    }

    /** How fast the newest verdicts came. */
    public record Speed(long p50Micros, long p99Micros) {
    }

    /** Orders that have not ended. */
    public record Pending(long working, Money notional) {
    }
}
