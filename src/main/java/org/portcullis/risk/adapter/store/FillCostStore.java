package org.portcullis.risk.adapter.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.breaker.FillCosts;
import org.portcullis.risk.breaker.FillTold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What fills of takers cost, in {@code risk.fill_costs} (S4-M4). */
@Repository
public class FillCostStore implements FillCosts {

    private final JdbcClient jdbc;

    public FillCostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void told(FillTold fill) {
        jdbc.sql("""
                INSERT INTO risk.fill_costs (account, instrument, fill_id, side, quantity_e8, price_e8, at)
                VALUES (:account, :instrument, :fill, :side, :quantity, :price, :at) ON CONFLICT DO NOTHING""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("fill", fill.fillId()).param("side", fill.side().name())
                .param("quantity", fill.quantity().e8()).param("price", fill.price().e8())
                .param("at", at(fill.atMs())).update();
    }

    @Override
    public List<FillTold> open(AccountId account) {
        return jdbc.sql("""
                SELECT instrument, fill_id, side, quantity_e8, price_e8, at FROM risk.fill_costs
                WHERE account = :account AND paid_e8 IS NULL ORDER BY at, fill_id""")
                .param("account", account.value())
                .query((row, number) -> new FillTold(account, new InstrumentId(row.getString("instrument")),
                        row.getString("fill_id"), Side.valueOf(row.getString("side")),
                        new Quantity(row.getLong("quantity_e8")), new Price(row.getLong("price_e8")), false,
                        row.getObject("at", OffsetDateTime.class).toInstant().toEpochMilli())).list();
    }

    @Override
    public void settle(FillTold fill, Money paid, Money modelled) {
        jdbc.sql("""
                UPDATE risk.fill_costs SET paid_e8 = :paid, modelled_e8 = :modelled
                WHERE account = :account AND instrument = :instrument AND fill_id = :fill""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("fill", fill.fillId()).param("paid", paid.e8()).param("modelled", modelled.e8()).update();
    }

    @Override
    public void drop(FillTold fill) {
        jdbc.sql("""
                DELETE FROM risk.fill_costs
                WHERE account = :account AND instrument = :instrument AND fill_id = :fill""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("fill", fill.fillId()).update();
    }

    @Override
    public Sum sum(AccountId account, long afterMs, int newest) {
        return jdbc.sql("""
                SELECT count(*)::integer AS fills, coalesce(sum(paid_e8), 0)::bigint AS paid,
                    coalesce(sum(modelled_e8), 0)::bigint AS modelled FROM (
                    SELECT paid_e8, modelled_e8 FROM risk.fill_costs
                    WHERE account = :account AND paid_e8 IS NOT NULL AND at > :after
                    ORDER BY at DESC, fill_id LIMIT :newest) newest""")
                .param("account", account.value()).param("after", at(afterMs)).param("newest", newest)
                .query((row, number) -> new Sum(row.getInt("fills"), new Money(row.getLong("paid")),
                        new Money(row.getLong("modelled")))).single();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
