package org.portcullis.risk.adapter.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.FillCount;
import org.portcullis.risk.breaker.FillTold;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts fills in {@code risk.told_fills}, inside the transaction that books them (B-R4). */
@Repository
public class ToldFillStore implements FillCount {

    /** The longest window that the policy permits, twice: late fills count for their own time. */
    private static final Duration KEPT = Duration.ofHours(48);

    private final JdbcClient jdbc;

    public ToldFillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A venue told a fill for the first time. */
    @EventListener
    public void told(FillTold fill) {
        jdbc.sql("""
                INSERT INTO risk.told_fills (account, instrument, fill_id, at)
                VALUES (:account, :instrument, :fill, :at) ON CONFLICT DO NOTHING""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("fill", fill.fillId()).param("at", at(fill.atMs())).update();
        jdbc.sql("DELETE FROM risk.told_fills WHERE account = :account AND at < :before")
                .param("account", fill.account().value()).param("before", at(fill.atMs() - KEPT.toMillis())).update();
    }

    @Override
    public int since(AccountId account, long fromMs) {
        return jdbc.sql("SELECT count(*)::integer FROM risk.told_fills WHERE account = :account AND at >= :from")
                .param("account", account.value()).param("from", at(fromMs)).query(Integer.class).single();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
