package org.portcullis.risk.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.strategy.Intent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads {@code risk.decisions_log}. Asked while the account is locked: whatever another judgement of the account let
 * pass is there to be seen.
 */
@Repository
public class DecidedOrderStore implements DecidedOrders {

    private final JdbcClient jdbc;

    public DecidedOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Decided> since(AccountId account, long fromMs) {
        return jdbc.sql("""
                SELECT proposal_id, strategy, intent, instrument, side, quantity_e8, limit_price_e8, decided_at,
                    (decision -> 'proposal' ->> 'barOpenTimeMs')::bigint AS bar_open_ms
                FROM risk.decisions_log
                WHERE account = :account AND decided_at >= :from AND outcome <> 'DENIED'
                ORDER BY decided_at, decision_id""")
                .param("account", account.value())
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC))
                .query(DecidedOrderStore::read).list();
    }

    @Override
    public int entries(AccountId account, Shape shape, long fromMs, String butOf) {
        return jdbc.sql("""
                SELECT count(*)::integer FROM risk.decisions_log
                WHERE account = :account AND decided_at >= :from AND outcome <> 'DENIED' AND intent = 'ENTER'
                    AND strategy = :strategy AND instrument = :instrument AND side = :side
                    AND proposal_id <> :but""")
                .param("account", account.value())
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC))
                .param("strategy", shape.strategy()).param("instrument", shape.instrument().value())
                .param("side", shape.side().name()).param("but", butOf).query(Integer.class).single();
    }

    @Override
    public int count(AccountId account, long fromMs, String butOf) {
        return jdbc.sql("""
                SELECT count(DISTINCT proposal_id)::integer FROM risk.decisions_log
                WHERE account = :account AND decided_at >= :from AND outcome <> 'DENIED' AND proposal_id <> :but""")
                .param("account", account.value())
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC))
                .param("but", butOf).query(Integer.class).single();
    }

    private static Decided read(ResultSet row, int number) throws SQLException {
        return new Decided(row.getString("proposal_id"), row.getString("strategy"),
                Intent.valueOf(row.getString("intent")), new InstrumentId(row.getString("instrument")),
                Side.valueOf(row.getString("side")), new Quantity(row.getLong("quantity_e8")),
                new Price(row.getLong("limit_price_e8")), row.getLong("bar_open_ms"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant().toEpochMilli());
    }
}
