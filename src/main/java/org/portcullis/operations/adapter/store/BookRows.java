package org.portcullis.operations.adapter.store;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.operations.rehearsal.Books;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all rows that a rehearsal's checker compares, by plain SQL. */
public final class BookRows {

    private static final String NEWEST = Stream.of("risk.decisions_log decided_at", "orders.orders created_at",
            "orders.orders updated_at", "orders.transitions_log at", "orders.reports_log at", "orders.steps_log at",
            "portfolio.fills_log at", "portfolio.positions updated_at")
            .map(column -> column.split(" ")).map(column -> "SELECT '" + column[0] + "." + column[1] + "',"
                    + " coalesce((extract(epoch FROM max(" + column[1] + ")) * 1000)::bigint, 0) FROM " + column[0])
            .collect(Collectors.joining(" UNION ALL "));

    private final JdbcClient jdbc;

    public BookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything there is; for the small books of a rehearsal. */
    public Books read() {
        return new Books(
                jdbc.sql("SELECT *, coalesce(decision->'proposal'->>'barOpenTimeMs', decision_id) AS bar"
                        + " FROM risk.decisions_log ORDER BY decided_at, decision_id")
                        .query((row, number) -> decision(row)).list(),
                jdbc.sql("SELECT * FROM orders.orders ORDER BY created_at, client_order_id")
                        .query((row, number) -> order(row)).list(),
                jdbc.sql("SELECT client_order_id, coalesce(from_state, '') AS before, to_state"
                        + " FROM orders.transitions_log ORDER BY client_order_id, seq")
                        .query((row, number) -> new Books.Change(row.getString(1), row.getString(2), row.getString(3)))
                        .list(),
                jdbc.sql("SELECT * FROM portfolio.fills_log ORDER BY recorded_at, venue_trade_id")
                        .query((row, number) -> fill(row)).list(),
                jdbc.sql("SELECT * FROM portfolio.accounts ORDER BY account").query((row, number) -> account(row))
                .list(),
                jdbc.sql("SELECT * FROM portfolio.positions ORDER BY account, instrument, strategy")
                        .query((row, number) -> position(row)).list(),
                counts("SELECT reason, sum(bars)::bigint FROM strategy.judged_bars GROUP BY reason"),
                counts(NEWEST),
                counts("SELECT action || ' ' || subject, count(*) FROM journal.audit_log GROUP BY 1"));
    }

    private static Books.Judged decision(ResultSet row) throws SQLException {
        return new Books.Judged(row.getString("decision_id"), row.getString("proposal_id"), row.getString("account"),
                row.getString("instrument"), row.getString("strategy"), row.getString("bar"), row.getString("rule"),
                row.getString("outcome"));
    }

    private static Books.Placed order(ResultSet row) throws SQLException {
        return new Books.Placed(row.getString("client_order_id"), row.getString("decision_id"),
                row.getString("proposal_id"), row.getString("account"), row.getString("instrument"),
                row.getString("strategy"), row.getString("side"), row.getString("state"), row.getBoolean("ask_person"),
                e8(row, "filled_e8"), e8(row, "filled_notional_e8"), e8(row, "fees_e8"));
    }

    private static Books.Booked fill(ResultSet row) throws SQLException {
        return new Books.Booked(row.getString("venue_trade_id"), row.getString("client_order_id"),
                row.getString("account"), row.getString("instrument"), row.getString("strategy"), row.getString("side"),
                e8(row, "quantity_e8"), e8(row, "price_e8"), e8(row, "fee_e8"), e8(row, "realised_e8"));
    }

    private static Books.Purse account(ResultSet row) throws SQLException {
        return new Books.Purse(row.getString("account"), e8(row, "initial_cash_e8"), e8(row, "cash_e8"),
                e8(row, "realised_e8"), e8(row, "fees_e8"));
    }

    private static Books.Held position(ResultSet row) throws SQLException {
        return new Books.Held(row.getString("account"), row.getString("instrument"), row.getString("strategy"),
                e8(row, "quantity_e8"), e8(row, "cost_e8"), e8(row, "entry_fees_e8"));
    }

    private Map<String, Long> counts(String query) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.sql(query).query((row, number) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    private static BigInteger e8(ResultSet row, String column) throws SQLException {
        return BigInteger.valueOf(row.getLong(column));
    }
}
