package org.portcullis.risk.adapter.store;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.breaker.PeakBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From where drawdowns are measured, in {@code risk.equity_peaks} (S2-REQ-DD1). */
@Repository
public class PeakStore implements PeakBook {

    private final JdbcClient jdbc;

    public PeakStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Peak> find(AccountId account) {
        return jdbc.sql("SELECT peak_e8, since_ms FROM risk.equity_peaks WHERE account = :account")
                .param("account", account.value())
                .query((row, number) -> new Peak(new Money(row.getLong("peak_e8")), row.getLong("since_ms")))
                .optional();
    }

    @Override
    public void keep(AccountId account, Peak peak) {
        jdbc.sql("""
                INSERT INTO risk.equity_peaks AS kept (account, peak_e8, since_ms) VALUES (:account, :peak, :since)
                ON CONFLICT (account) DO UPDATE SET peak_e8 = excluded.peak_e8, since_ms = excluded.since_ms
                WHERE (kept.peak_e8, kept.since_ms) <> (excluded.peak_e8, excluded.since_ms)""")
                .param("account", account.value()).param("peak", peak.amount().e8()).param("since", peak.sinceMs())
                .update();
    }
}
