package org.portcullis.risk.adapter.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.SeenSignals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signals and whether their minute was thin, in {@code risk.seen_signals} (S4-M1). */
@Repository
public class SeenSignalStore implements SeenSignals {

    private final JdbcClient jdbc;

    public SeenSignalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(AccountId account, String proposalId, boolean thin, long atMs) {
        return jdbc.sql("""
                INSERT INTO risk.seen_signals (account, proposal_id, thin, at) VALUES (:account, :id, :thin, :at)
                ON CONFLICT DO NOTHING""")
                .param("account", account.value()).param("id", proposalId).param("thin", thin)
                .param("at", at(atMs)).update() == 1;
    }

    /** What is older than the newest asked for is forgotten with the question. */
    @Override
    public Count count(AccountId account, long afterMs, int newest) {
        jdbc.sql("""
                DELETE FROM risk.seen_signals WHERE account = :account AND at < (
                    SELECT at FROM risk.seen_signals WHERE account = :account
                    ORDER BY at DESC, proposal_id OFFSET :newest LIMIT 1)""")
                .param("account", account.value()).param("newest", newest).update();
        return jdbc.sql("""
                SELECT count(*)::integer AS signals, (count(*) FILTER (WHERE thin))::integer AS thin FROM (
                    SELECT thin FROM risk.seen_signals WHERE account = :account AND at > :after
                    ORDER BY at DESC, proposal_id LIMIT :newest) newest""")
                .param("account", account.value()).param("after", at(afterMs)).param("newest", newest)
                .query((row, number) -> new Count(row.getInt("signals"), row.getInt("thin"))).single();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
