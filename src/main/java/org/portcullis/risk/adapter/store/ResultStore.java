package org.portcullis.risk.adapter.store;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.breaker.ResultBook;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.Results;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What accounts realised, by day and by open trade, in the risk room's own tables (S2-CB3). */
@Repository
public class ResultStore implements ResultBook {

    private final JdbcClient jdbc;

    public ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Results> find(AccountId account) {
        return jdbc.sql("SELECT equity_e8, losing_streak FROM risk.results WHERE account = :account")
                .param("account", account.value())
                .query((row, number) -> new Results(new Money(row.getLong("equity_e8")),
                        row.getInt("losing_streak"))).optional();
    }

    @Override
    public void keep(AccountId account, Results results) {
        jdbc.sql("""
                INSERT INTO risk.results (account, equity_e8, losing_streak)
                VALUES (:account, :equity, :streak) ON CONFLICT (account) DO UPDATE SET
                    equity_e8 = excluded.equity_e8,
                    losing_streak = excluded.losing_streak""")
                .param("account", account.value()).param("equity", results.equity().e8())
                .param("streak", results.losingStreak()).update();
    }

    @Override
    public void add(AccountId account, LocalDate day, Money realised) {
        jdbc.sql("""
                INSERT INTO risk.daily_results (account, day, realised_e8) VALUES (:account, :day, :realised)
                ON CONFLICT (account, day)
                DO UPDATE SET realised_e8 = risk.daily_results.realised_e8 + excluded.realised_e8""")
                .param("account", account.value()).param("day", day).param("realised", realised.e8()).update();
    }

    @Override
    public Money realised(AccountId account, LocalDate first, LocalDate last) {
        return new Money(jdbc.sql("""
                SELECT coalesce(sum(realised_e8), 0)::bigint FROM risk.daily_results
                WHERE account = :account AND day BETWEEN :first AND :last""")
                .param("account", account.value()).param("first", first).param("last", last)
                .query(Long.class).single());
    }

    @Override
    public Money trade(ResultBooked booked, boolean closed) {
        Money sum = new Money(jdbc.sql("""
                INSERT INTO risk.open_results (account, instrument, strategy, realised_e8)
                VALUES (:account, :instrument, :strategy, :realised) ON CONFLICT (account, instrument, strategy)
                DO UPDATE SET realised_e8 = risk.open_results.realised_e8 + excluded.realised_e8
                RETURNING realised_e8""")
                .param("account", booked.account().value()).param("instrument", booked.instrument().value())
                .param("strategy", booked.strategy()).param("realised", booked.realised().e8())
                .query(Long.class).single());
        if (closed) {
            jdbc.sql("""
                    DELETE FROM risk.open_results
                    WHERE account = :account AND instrument = :instrument AND strategy = :strategy""")
                    .param("account", booked.account().value()).param("instrument", booked.instrument().value())
                    .param("strategy", booked.strategy()).update();
        }
        return sum;
    }
}
