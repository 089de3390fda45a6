package org.portcullis.portfolio.adapter.store;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.TrackRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A strategy's closed trades, added up from the fill ledger: all realising fills of one order are one trade. */
@Repository
public class ClosedTrades implements TrackRecord {

    private final JdbcClient jdbc;

    public ClosedTrades(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Closed closed(AccountId account, String strategy, int last) {
        return jdbc.sql("""
                SELECT count(*) AS trades, count(*) FILTER (WHERE gain > 0) AS wins,
                    coalesce(sum(gain) FILTER (WHERE gain > 0), 0)::bigint AS gained,
                    coalesce(-sum(gain) FILTER (WHERE gain <= 0), 0)::bigint AS lost
                FROM (SELECT sum(realised_e8) AS gain FROM portfolio.fills_log
                    WHERE account = :account AND strategy = :strategy AND realised_e8 <> 0
                    GROUP BY client_order_id ORDER BY max(at) DESC, client_order_id LIMIT :last) AS closed""")
                .param("account", account.value()).param("strategy", strategy).param("last", last)
                .query((row, number) -> new Closed(row.getInt("trades"), row.getInt("wins"),
                        new Money(row.getLong("gained")), new Money(row.getLong("lost"))))
                .single();
    }
}
