package org.portcullis.risk.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Confidence;
import org.portcullis.risk.rotation.EntryBook;
import org.portcullis.risk.rotation.PositionEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What open positions were entered with, in {@code risk.position_entries} (S1-17). */
@Repository
public class EntryStore implements EntryBook {

    private static final String SELECT = "SELECT * FROM risk.position_entries WHERE account = :account";
    private static final String ONE = " AND instrument = :instrument AND strategy = :strategy";

    private final JdbcClient jdbc;

    public EntryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PositionEntry> open(AccountId account) {
        return jdbc.sql(SELECT + " ORDER BY instrument, strategy").param("account", account.value())
                .query(EntryStore::read).list();
    }

    @Override
    public Optional<PositionEntry> find(AccountId account, InstrumentId instrument, String strategy) {
        return jdbc.sql(SELECT + ONE).param("account", account.value()).param("instrument", instrument.value())
                .param("strategy", strategy).query(EntryStore::read).optional();
    }

    @Override
    public void keep(PositionEntry entry) {
        jdbc.sql("""
                INSERT INTO risk.position_entries (account, instrument, strategy, side, quantity_e8, cost_e8, fees_e8,
                    confidence_e8, entered_at)
                VALUES (:account, :instrument, :strategy, :side, :quantity, :cost, :fees, :confidence, :at)
                ON CONFLICT (account, instrument, strategy) DO UPDATE SET side = excluded.side,
                    quantity_e8 = excluded.quantity_e8, cost_e8 = excluded.cost_e8, fees_e8 = excluded.fees_e8,
                    confidence_e8 = excluded.confidence_e8, entered_at = excluded.entered_at""")
                .param("account", entry.account().value()).param("instrument", entry.instrument().value())
                .param("strategy", entry.strategy()).param("side", entry.side().name())
                .param("quantity", entry.quantity().e8()).param("cost", entry.cost().e8())
                .param("fees", entry.fees().e8()).param("confidence", entry.confidence().e8())
                .param("at", Instant.ofEpochMilli(entry.enteredAtMs()).atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    public void closed(AccountId account, InstrumentId instrument, String strategy) {
        jdbc.sql("DELETE FROM risk.position_entries WHERE account = :account" + ONE)
                .param("account", account.value()).param("instrument", instrument.value())
                .param("strategy", strategy).update();
    }

    private static PositionEntry read(ResultSet row, int number) throws SQLException {
        return new PositionEntry(new AccountId(row.getString("account")),
                new InstrumentId(row.getString("instrument")), row.getString("strategy"),
                Side.valueOf(row.getString("side")), new Quantity(row.getLong("quantity_e8")),
                new Money(row.getLong("cost_e8")), new Money(row.getLong("fees_e8")),
                new Confidence(row.getLong("confidence_e8")),
                row.getObject("entered_at", OffsetDateTime.class).toInstant().toEpochMilli());
    }
}
