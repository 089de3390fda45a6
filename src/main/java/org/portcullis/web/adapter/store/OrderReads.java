package org.portcullis.web.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portcullis.web.OrderLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code orders.orders}. */
public final class OrderReads {

    private static final String COLUMNS = """
            SELECT client_order_id, decision_id, account, instrument, strategy, rule, intent, side, type, quantity_e8,
                   limit_price_e8, stop_price_e8, target_price_e8, filled_e8, filled_notional_e8, fees_e8, state,
                   reason,
                   ask_person, ask_reasons, approved_by, venue_order_id, created_at, updated_at, ended_at,
                   approval_expires_at
            FROM orders.orders
            """;
    private static final String OPEN = "state IN ('NEW', 'OPEN', 'PARTIAL_FILL')";
    private static final String WAITING = "state = 'NEW' AND ask_person AND approved_by IS NULL";

    private final JdbcClient jdbc;

    public OrderReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Orders that have not ended and wait for nobody, oldest first. */
    public List<OrderLine> working(int limit) {
        return list("WHERE " + OPEN + " AND NOT (" + WAITING + ") ORDER BY created_at, client_order_id", limit);
    }

    /** Orders that wait for a person; what expires first stands first. */
    public List<OrderLine> waiting(int limit) {
        return list("WHERE " + WAITING + " ORDER BY approval_expires_at NULLS LAST, created_at, client_order_id",
                limit);
    }

    /** How many orders wait for a person. */
    public long countWaiting() {
        return jdbc.sql("SELECT count(*) FROM orders.orders WHERE " + WAITING).query(Long.class).single();
    }

    /** The newest orders in whatever state. */
    public List<OrderLine> newest(int limit) {
        return list("ORDER BY created_at DESC, client_order_id", limit);
    }

    /** Orders of one instrument created since a moment, oldest first: what a chart marks. */
    public List<OrderLine> since(String instrument, Instant from, int limit) {
        return jdbc.sql(COLUMNS + "WHERE instrument = :instrument AND created_at >= :from"
                + " ORDER BY created_at, client_order_id LIMIT :limit")
                .param("instrument", instrument).param("from", from.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query(OrderReads::line).list();
    }

    /** One order, or nothing. */
    public Optional<OrderLine> find(String clientOrderId) {
        return jdbc.sql(COLUMNS + "WHERE client_order_id = :id").param("id", clientOrderId)
                .query(OrderReads::line).optional();
    }

    /** The order that followed a judgement, or nothing. */
    public Optional<OrderLine> ofDecision(String decisionId) {
        return jdbc.sql(COLUMNS + "WHERE decision_id = :id").param("id", decisionId).query(OrderReads::line).optional();
    }

    private List<OrderLine> list(String rest, int limit) {
        return jdbc.sql(COLUMNS + rest + " LIMIT :limit").param("limit", limit).query(OrderReads::line).list();
    }

    private static OrderLine line(ResultSet row, int number) throws SQLException {
        return new OrderLine(row.getString("client_order_id"), row.getString("decision_id"), row.getString("account"),
                row.getString("instrument"), row.getString("strategy"), row.getString("rule"), row.getString("intent"),
                row.getString("side"), row.getString("type"), Rows.quantity(row, "quantity_e8"),
                Rows.price(row, "limit_price_e8"), Rows.price(row, "stop_price_e8"), Rows.price(row, "target_price_e8"),
                Rows.quantity(row, "filled_e8"), Rows.money(row, "filled_notional_e8"), Rows.money(row, "fees_e8"),
                row.getString("state"), row.getString("reason"), row.getBoolean("ask_person"),
                Rows.parts(row, "ask_reasons"), row.getString("approved_by"), row.getString("venue_order_id"),
                Rows.at(row, "created_at"), Rows.at(row, "updated_at"), Rows.atOrNothing(row, "ended_at"),
                Rows.atOrNothing(row, "approval_expires_at"));
    }
}
