package org.portcullis.operations.adapter.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and the content hash of everything that was decided, ordered and filled. */
@Repository
public class KeptFigures {

    private static final String[] CONTENT = {
        "SELECT concat_ws('|', decision_id, outcome, reasons, quantity_e8, limit_price_e8, rules_version, policy_hash)"
            + " FROM risk.decisions_log ORDER BY decided_at, decision_id",
        "SELECT concat_ws('|', client_order_id, state, filled_e8, filled_notional_e8, fees_e8, reason)"
            + " FROM orders.orders ORDER BY created_at, client_order_id",
        "SELECT concat_ws('|', venue_trade_id, side, quantity_e8, price_e8, fee_e8, realised_e8)"
            + " FROM portfolio.fills_log ORDER BY at, venue_trade_id"};

    private final JdbcClient jdbc;

    public KeptFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Bars judged, by outcome. */
    public SortedMap<String, Long> barsJudged() {
        return counts("SELECT reason AS name, sum(bars)::bigint AS count FROM strategy.judged_bars GROUP BY reason");
    }

    /** Decisions, by outcome and first reason. */
    public SortedMap<String, Long> verdicts() {
        return counts("SELECT concat_ws(' ', outcome, reason) AS name, count(*) AS count FROM risk.decisions_log "
                + "GROUP BY 1");
    }

    /** Orders, by state. */
    public SortedMap<String, Long> orders() {
        return counts("SELECT state AS name, count(*) AS count FROM orders.orders GROUP BY state");
    }

    /** Fills booked. */
    public long fills() {
        return jdbc.sql("SELECT count(*) FROM portfolio.fills_log").query(Long.class).single();
    }

    /** SHA-256 over decisions, orders and fills in event order, as 64 hexadecimal digits. */
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String query : CONTENT) {
                jdbc.sql(query).query(String.class).list()
                        .forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private SortedMap<String, Long> counts(String query) {
        SortedMap<String, Long> counts = new TreeMap<>();
        jdbc.sql(query).query((row, number) -> counts.put(row.getString("name"), row.getLong("count"))).list();
        return counts;
    }
}
