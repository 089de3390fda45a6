package org.portcullis.risk.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.VerdictTimes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long verdicts took, from {@code risk.decisions_log} (S4-M10). */
@Repository
public class VerdictTimeStore implements VerdictTimes {

    private final JdbcClient jdbc;

    public VerdictTimeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public OptionalLong p95Micros(AccountId account, long afterMs, int least) {
        return jdbc.sql("""
                SELECT count(*) AS verdicts,
                    coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY verdict_micros), 0) AS p95
                FROM risk.decisions_log WHERE account = :account AND decided_at > :after""")
                .param("account", account.value())
                .param("after", Instant.ofEpochMilli(afterMs).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getLong("verdicts") >= least ? OptionalLong.of(row.getLong("p95"))
                        : OptionalLong.empty()).single();
    }
}
