package org.portcullis.risk.adapter.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.IncidentBook;
import org.portcullis.risk.breaker.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Incidents in {@code risk.incidents} (S2-CB2). */
@Repository
public class IncidentStore implements IncidentBook {

    private final JdbcClient jdbc;

    public IncidentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean add(AccountId account, Breaker breaker, Scope scope, String incidentId, long atMs) {
        return jdbc.sql("""
                INSERT INTO risk.incidents (account, breaker, incident_id, scope_kind, scope_value, at)
                VALUES (:account, :breaker, :id, :kind, :value, :at) ON CONFLICT DO NOTHING""")
                .param("account", account.value()).param("breaker", breaker.code()).param("id", incidentId)
                .param("kind", scope.kind().name()).param("value", scope.value()).param("at", at(atMs)).update() == 1;
    }

    @Override
    public int count(AccountId account, Breaker breaker, Scope scope, long afterMs, long untilMs) {
        return jdbc.sql("""
                SELECT count(*)::integer FROM risk.incidents WHERE account = :account AND breaker = :breaker
                    AND scope_kind = :kind AND scope_value = :value AND at > :after AND at <= :until""")
                .param("account", account.value()).param("breaker", breaker.code())
                .param("kind", scope.kind().name()).param("value", scope.value())
                .param("after", at(afterMs)).param("until", at(untilMs)).query(Integer.class).single();
    }

    @Override
    public void forgetBefore(AccountId account, Breaker breaker, long beforeMs) {
        jdbc.sql("DELETE FROM risk.incidents WHERE account = :account AND breaker = :breaker AND at < :before")
                .param("account", account.value()).param("breaker", breaker.code()).param("before", at(beforeMs))
                .update();
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }
}
