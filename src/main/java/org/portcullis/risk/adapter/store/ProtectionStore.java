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
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.risk.exit.Protection;
import org.portcullis.risk.exit.ProtectionBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Protections of open positions in {@code risk.protections}. */
@Repository
public class ProtectionStore implements ProtectionBook {

    private static final String ROW = """
            SELECT account, instrument, strategy, side, opened_at, first_stop_e8, stop_e8, before_e8,
                moved_at, target_e8, best_e8, part_taken, unprotected FROM risk.protections WHERE account = :account""";

    private final JdbcClient jdbc;

    public ProtectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Protection> all(AccountId account) {
        return jdbc.sql(ROW + " ORDER BY instrument, strategy").param("account", account.value())
                .query(ProtectionStore::protection).list();
    }

    @Override
    public Optional<Protection> find(AccountId account, InstrumentId instrument, String strategy) {
        return jdbc.sql(ROW + " AND instrument = :instrument AND strategy = :strategy")
                .param("account", account.value()).param("instrument", instrument.value())
                .param("strategy", strategy).query(ProtectionStore::protection).optional();
    }

    @Override
    public void keep(Protection kept) {
        jdbc.sql("""
                INSERT INTO risk.protections (account, instrument, strategy, side, opened_at, first_stop_e8, stop_e8,
                    before_e8, moved_at, target_e8, best_e8, part_taken, unprotected)
                VALUES (:account, :instrument, :strategy, :side, :opened, :first, :stop, :before, :moved, :target,
                :best,
                    :taken, :unprotected)
                ON CONFLICT (account, instrument, strategy) DO UPDATE SET side = :side, opened_at = :opened,
                    first_stop_e8 = :first, stop_e8 = :stop, before_e8 = :before, moved_at = :moved,
                    target_e8 = :target, best_e8 = :best,
                    part_taken = :taken, unprotected = :unprotected""")
                .param("account", kept.account().value()).param("instrument", kept.instrument().value())
                .param("strategy", kept.strategy()).param("side", kept.side().name())
                .param("opened", at(kept.openedAtMs())).param("moved", at(kept.movedAtMs()))
                .param("before", kept.stopBefore().e8())
                .param("first", kept.firstStop().e8()).param("stop", kept.stop().e8())
                .param("target", kept.target().e8()).param("best", kept.best().e8())
                .param("taken", kept.partTaken()).param("unprotected", kept.unprotected()).update();
    }

    @Override
    public void remove(AccountId account, InstrumentId instrument, String strategy) {
        jdbc.sql("DELETE FROM risk.protections WHERE account = :account AND instrument = :instrument"
                + " AND strategy = :strategy")
                .param("account", account.value()).param("instrument", instrument.value())
                .param("strategy", strategy).update();
    }

    private static Protection protection(ResultSet row, int number) throws SQLException {
        return new Protection(new AccountId(row.getString("account")), new InstrumentId(row.getString("instrument")),
                row.getString("strategy"), Side.valueOf(row.getString("side")),
                ms(row, "opened_at"), new Price(row.getLong("first_stop_e8")), new Price(row.getLong("stop_e8")),
                new Price(row.getLong("before_e8")), ms(row, "moved_at"),
                new Price(row.getLong("target_e8")), new Price(row.getLong("best_e8")), row.getBoolean("part_taken"),
                row.getBoolean("unprotected"));
    }

    private static long ms(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
