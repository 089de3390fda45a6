package org.portcullis.web.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.web.DecisionFilter;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code risk.decisions_log}. */
public final class DecisionReads {

    private static final String COLUMNS = """
            SELECT decision_id, proposal_id, account, instrument, strategy, rule, intent, side, decided_at, outcome,
                   reason, reasons, quantity_e8, limit_price_e8, reference_price_e8, rules_version, policy_hash,
                   verdict_micros
            FROM risk.decisions_log
            """;
    private static final String NEWEST_FIRST = " ORDER BY decided_at DESC, decision_id ";

    private final JdbcClient jdbc;

    public DecisionReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest judgements. */
    public List<DecisionLine> newest(int limit) {
        return jdbc.sql(COLUMNS + NEWEST_FIRST + "LIMIT :limit").param("limit", limit).query(DecisionReads::line)
                .list();
    }

    /** Judgements about one instrument since a moment, oldest first: what a chart marks. */
    public List<DecisionLine> since(String instrument, Instant from, int limit) {
        return jdbc.sql(COLUMNS + "WHERE instrument = :instrument AND decided_at >= :from"
                + " ORDER BY decided_at, decision_id LIMIT :limit")
                .param("instrument", instrument).param("from", from.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query(DecisionReads::line).list();
    }

    /** One part of the judgements that the filter lets through, newest first. */
    public Page<DecisionLine> page(DecisionFilter filter, int number, int size) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = jdbc.sql("SELECT count(*) FROM risk.decisions_log " + where).params(parameters)
                .query(Long.class).single();
        parameters.put("limit", size);
        parameters.put("offset", (long) number * size);
        List<DecisionLine> lines = jdbc.sql(COLUMNS + where + NEWEST_FIRST + "LIMIT :limit OFFSET :offset")
                .params(parameters).query(DecisionReads::line).list();
        return new Page<>(lines, number, size, total);
    }

    /** Hands every judgement that the filter lets through to the consumer, newest first, {@code limit} at most. */
    public void each(DecisionFilter filter, int limit, Consumer<DecisionLine> consumer) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        parameters.put("limit", limit);
        jdbc.sql(COLUMNS + where + NEWEST_FIRST + "LIMIT :limit").params(parameters).query(DecisionReads::line).list()
                .forEach(consumer);
    }

    /** One judgement, or nothing. */
    public Optional<DecisionLine> find(String decisionId) {
        return jdbc.sql(COLUMNS + "WHERE decision_id = :id").param("id", decisionId).query(DecisionReads::line)
                .optional();
    }

    /** The complete judgement as it was kept, JSON, or nothing. */
    public Optional<String> document(String decisionId) {
        return jdbc.sql("SELECT decision::text FROM risk.decisions_log WHERE decision_id = :id")
                .param("id", decisionId).query(String.class).optional();
    }

    /** Every strategy, instrument or reason that occurs, for the choices of a filter. */
    public List<String> choices(Choice choice) {
        return jdbc.sql("SELECT DISTINCT " + choice.column + " AS value FROM risk.decisions_log WHERE " + choice.column
                + " IS NOT NULL ORDER BY 1").query(String.class).list();
    }

    private static String where(DecisionFilter filter, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>();
        equal(conditions, parameters, "outcome", filter.outcome());
        equal(conditions, parameters, "instrument", filter.instrument());
        equal(conditions, parameters, "strategy", filter.strategy());
        if (filter.reason() != null) {
            conditions.add(":reason = ANY(string_to_array(reasons, '|'))");
            parameters.put("reason", filter.reason());
        }
        if (filter.text() != null) {
            conditions.add("position(lower(:text) IN lower(concat_ws(' ', decision_id, proposal_id, instrument,"
                    + " strategy, rule, outcome, reasons, rules_version))) > 0");
            parameters.put("text", filter.text());
        }
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    private static void equal(List<String> conditions, Map<String, Object> parameters, String column,
            @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    private static DecisionLine line(ResultSet row, int number) throws SQLException {
        return new DecisionLine(row.getString("decision_id"), row.getString("proposal_id"), row.getString("account"),
                row.getString("instrument"), row.getString("strategy"), row.getString("rule"), row.getString("intent"),
                row.getString("side"), Rows.at(row, "decided_at"), row.getString("outcome"), row.getString("reason"),
                Rows.parts(row, "reasons"), Rows.quantity(row, "quantity_e8"), Rows.price(row, "limit_price_e8"),
                Rows.price(row, "reference_price_e8"), row.getString("rules_version"), row.getString("policy_hash"),
                Rows.numberOrNothing(row, "verdict_micros"));
    }

    /** Columns that a filter offers as a choice. */
    public enum Choice {
        INSTRUMENT("instrument"), STRATEGY("strategy"), REASON("reason");

        private final String column;

        Choice(String column) {
            this.column = column;
        }
    }
}
