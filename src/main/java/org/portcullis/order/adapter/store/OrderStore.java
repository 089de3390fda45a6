package org.portcullis.order.adapter.store;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.KeptOrders;
import org.portcullis.order.Order;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderState;
import org.portcullis.order.OrderStep;
import org.portcullis.order.OrderTransition;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Orders, their changes, what was reported and what was asked, in the caller's transaction. */
@Repository
public class OrderStore implements KeptOrders {

    private static final String SELECT = "SELECT * FROM orders.orders ";

    private final JdbcClient jdbc;
    private final TermsView terms;

    public OrderStore(JdbcClient jdbc, TermsView terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    @Override
    public Optional<Order> find(ClientOrderId id) {
        return one(SELECT + "WHERE client_order_id = :id", id);
    }

    @Override
    public Optional<Order> lock(ClientOrderId id) {
        return one(SELECT + "WHERE client_order_id = :id FOR UPDATE", id);
    }

    private Optional<Order> one(String sql, ClientOrderId id) {
        return jdbc.sql(sql).param("id", id.value()).query(OrderRow::read).optional();
    }

    @Override
    public List<Order> notEnded(AccountId account) {
        return jdbc.sql(SELECT + "WHERE account = :account AND ended_at IS NULL ORDER BY created_at, client_order_id")
                .param("account", account.value()).query(OrderRow::read).list();
    }

    @Override
    public List<Order> newest(int max) {
        return jdbc.sql(SELECT + "ORDER BY created_at DESC, client_order_id LIMIT :max").param("max", max)
                .query(OrderRow::read).list();
    }

    @Override
    public List<Pending> pending(AccountId account) {
        return notEnded(account).stream().map(this::pending).toList();
    }

    @Override
    public List<Long> cancelsSince(AccountId account, long fromMs) {
        return jdbc.sql("""
                SELECT s.at FROM orders.steps_log s JOIN orders.orders o USING (client_order_id)
                WHERE s.kind = 'CANCEL' AND s.outcome = 'SENT' AND s.at >= :from AND o.account = :account""")
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC))
                .param("account", account.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant().toEpochMilli()).list();
    }

    private Pending pending(Order order) {
        return order.pending(terms.find(order.instrument()).map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE));
    }

    @Override
    public void insert(Order order) {
        Map<String, @Nullable Object> columns = OrderRow.columns(order);
        String names = columns.keySet().stream().sorted().collect(Collectors.joining(", "));
        String values = columns.keySet().stream().sorted().map(name -> ":" + name).collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO orders.orders (" + names + ") VALUES (" + values + ")").params(columns).update();
    }

    @Override
    public void update(Order order) {
        int changed = jdbc.sql("""
                UPDATE orders.orders SET filled_e8 = :filled_e8, filled_notional_e8 = :filled_notional_e8,
                    fees_e8 = :fees_e8, state = :state, reason = :reason, approved_by = :approved_by,
                    venue_order_id = :venue_order_id, updated_at = :updated_at, ended_at = :ended_at, version = :version
                WHERE client_order_id = :client_order_id AND version = :version - 1""")
                .params(OrderRow.columns(order)).update();
        Invariant.hold(changed == 1, () -> "order " + order.clientOrderId() + " was changed by somebody else");
    }

    @Override
    public void transition(Order after, @Nullable OrderState from, String cause, String actor) {
        jdbc.sql("""
                INSERT INTO orders.transitions_log (client_order_id, seq, from_state, to_state, cause, actor, at)
                VALUES (:id, :seq, :from, :to, :cause, :actor, :at)""")
                .param("id", after.clientOrderId().value()).param("seq", after.version())
                .param("from", from == null ? null : from.name(), Types.VARCHAR).param("to", after.state().name())
                .param("cause", cause).param("actor", actor).param("at", OrderRow.at(after.updatedAtMs())).update();
    }

    @Override
    public List<OrderTransition> transitions(ClientOrderId id) {
        return jdbc.sql("SELECT * FROM orders.transitions_log WHERE client_order_id = :id ORDER BY seq")
                .param("id", id.value())
                .query((row, number) -> new OrderTransition(row.getInt("seq"), state(row.getString("from_state")),
                        OrderState.valueOf(row.getString("to_state")), row.getString("cause"), row.getString("actor"),
                        OrderRow.timeMs(row, "at"))).list();
    }

    private static @Nullable OrderState state(@Nullable String name) {
        return name == null ? null : OrderState.valueOf(name);
    }

    @Override
    public boolean reported(String reportId) {
        return jdbc.sql("SELECT count(*) FROM orders.reports_log WHERE report_id = :id").param("id", reportId)
                .query(Long.class).single() > 0;
    }

    @Override
    public void report(OrderReport report, String outcome) {
        jdbc.sql("""
                INSERT INTO orders.reports_log (report_id, client_order_id, kind, body, outcome, at)
                VALUES (:id, :order, :kind, :body::jsonb, :outcome, :at)""")
                .param("id", report.reportId()).param("order", report.clientOrderId().value())
                .param("kind", report.kind().name()).param("body", Json.write(report)).param("outcome", outcome)
                .param("at", OrderRow.at(report.atMs())).update();
    }

    @Override
    public Optional<String> stepOutcome(String stepId) {
        return jdbc.sql("SELECT outcome FROM orders.steps_log WHERE step_id = :id").param("id", stepId)
                .query(String.class).optional();
    }

    @Override
    public void step(OrderStep step, String outcome) {
        jdbc.sql("""
                INSERT INTO orders.steps_log (step_id, client_order_id, kind, actor, reason, outcome, at)
                VALUES (:id, :order, :kind, :actor, :reason, :outcome, :at)""")
                .param("id", step.stepId()).param("order", step.clientOrderId().value())
                .param("kind", step.kind().name()).param("actor", step.by()).param("reason", step.reason())
                .param("outcome", outcome).param("at", OrderRow.at(step.atMs())).update();
    }

    @Override
    public boolean submitted(ClientOrderId id) {
        return jdbc.sql("""
                SELECT count(*) FROM orders.steps_log
                WHERE client_order_id = :id AND kind = 'SUBMIT' AND outcome = 'SENT'""")
                .param("id", id.value()).query(Long.class).single() > 0;
    }

    @Override
    public long nextResend() {
        return jdbc.sql("SELECT nextval('orders.resends')").query(Long.class).single();
    }
}
