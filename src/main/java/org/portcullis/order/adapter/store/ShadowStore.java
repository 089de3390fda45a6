package org.portcullis.order.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderState;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.shadow.ShadowTrade;
import org.portcullis.order.shadow.TwinBook;
import org.portcullis.order.shadow.TwinTrade;
import org.portcullis.risk.Mode;
import org.portcullis.strategy.Intent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Twins in the database, each beside its order. */
@Repository
public class ShadowStore implements TwinBook {

    private static final String BOTH = """
            SELECT o.client_order_id, o.decision_id, o.instrument, o.strategy, o.intent, o.side, o.type, o.created_at,
                   o.quantity_e8, o.limit_price_e8, o.reference_price_e8, o.filled_e8, o.filled_notional_e8, o.fees_e8,
                   o.state, o.reason, s.mode, coalesce(s.filled_until, s.from_at) AS twin_from_at,
                   s.until_at, s.filled_e8 AS twin_filled_e8,
                   s.notional_e8 AS twin_notional_e8, s.fees_e8 AS twin_fees_e8, s.first_fill_at AS twin_first_fill_at,
                   s.ended_at AS twin_ended_at, (SELECT min(r.at) FROM orders.reports_log r
                       WHERE r.client_order_id = o.client_order_id AND r.kind = 'FILLED'
                         AND r.outcome IN ('APPLIED', 'LATE_FILL')) AS first_fill_at
            FROM orders.shadow_trades s JOIN orders.orders o USING (client_order_id)
            """;

    private final JdbcClient jdbc;

    public ShadowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(TwinTrade trade, Mode mode) {
        jdbc.sql("""
                INSERT INTO orders.shadow_trades (client_order_id, mode, from_at, until_at)
                VALUES (:id, :mode, :from, :until) ON CONFLICT (client_order_id) DO NOTHING""")
                .param("id", trade.order().value()).param("mode", mode.name())
                .param("from", OrderRow.at(trade.fromMs())).param("until", OrderRow.at(trade.untilMs())).update();
    }

    /** Each row says everything about its twin, so that a repeat after a failure changes nothing. */
    @Override
    public void keep(Collection<TwinTrade> trades) {
        for (TwinTrade trade : trades) {
            jdbc.sql("""
                    UPDATE orders.shadow_trades SET filled_e8 = :filled, notional_e8 = :notional, fees_e8 = :fees,
                           first_fill_at = :first, filled_until = :until, ended_at = :ended
                    WHERE client_order_id = :id""")
                    .param("id", trade.order().value()).param("filled", trade.filled().e8())
                    .param("notional", trade.notional().e8()).param("fees", trade.fees().e8())
                    .param("until", OrderRow.at(trade.fromMs()))
                    .param("first", OrderRow.atOrNothing(trade.firstFillMs()), Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("ended", OrderRow.atOrNothing(trade.endedAtMs()), Types.TIMESTAMP_WITH_TIMEZONE).update();
        }
    }

    @Override
    public List<TwinTrade> working() {
        return jdbc.sql(BOTH + "WHERE s.ended_at IS NULL ORDER BY s.from_at, s.client_order_id")
                .query(ShadowStore::twin).list();
    }

    @Override
    public List<ShadowTrade> newest(int max) {
        return jdbc.sql(BOTH + "ORDER BY s.from_at DESC, s.client_order_id LIMIT :max").param("max", max)
                .query(ShadowStore::both).list();
    }

    private static TwinTrade twin(ResultSet row, int number) throws SQLException {
        return new TwinTrade(new ClientOrderId(row.getString("client_order_id")),
                new InstrumentId(row.getString("instrument")), Side.valueOf(row.getString("side")),
                SubmitOrder.Type.valueOf(row.getString("type")), new Quantity(row.getLong("quantity_e8")),
                new Price(row.getLong("limit_price_e8")), OrderRow.timeMs(row, "twin_from_at"),
                OrderRow.timeMs(row, "until_at"), new Quantity(row.getLong("twin_filled_e8")),
                new Money(row.getLong("twin_notional_e8")), new Money(row.getLong("twin_fees_e8")),
                OrderRow.timeOrNothing(row, "twin_first_fill_at"), OrderRow.timeOrNothing(row, "twin_ended_at"));
    }

    private static ShadowTrade both(ResultSet row, int number) throws SQLException {
        TwinTrade twin = twin(row, number);
        return new ShadowTrade(twin.order(), row.getString("decision_id"), twin.instrument(),
                row.getString("strategy"), Intent.valueOf(row.getString("intent")), twin.side(),
                Mode.valueOf(row.getString("mode")), OrderRow.timeMs(row, "created_at"), twin.quantity(),
                new Price(row.getLong("reference_price_e8")),
                new ShadowTrade.Leg(twin.filled(), twin.notional(), twin.fees(), twin.firstFillMs(), !twin.working()),
                new ShadowTrade.Leg(new Quantity(row.getLong("filled_e8")),
                        new Money(row.getLong("filled_notional_e8")), new Money(row.getLong("fees_e8")),
                        OrderRow.timeOrNothing(row, "first_fill_at"),
                        OrderState.valueOf(row.getString("state")).terminal()),
                row.getString("reason"));
    }
}
