package org.portcullis.portfolio.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.portfolio.EquityBook;
import org.portcullis.portfolio.EquityDay;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.risk.breaker.EquityTape;
import org.portcullis.risk.breaker.FeeTape;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what accounts were worth; in the caller's transaction. The breakers of the rate of loss and of fees read it
 * (B-R8, B-R3).
 */
@Repository
public class EquityStore implements EquityBook, EquityTape, FeeTape {

    private final JdbcClient jdbc;

    public EquityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public EquityPoint keep(AccountId account, long atMs, Money equity, Money cash, int positions, Money initial) {
        EquityPoint point = EquityPoint.after(newest(account).orElse(null), atMs, equity, cash, positions, initial);
        jdbc.sql("""
                INSERT INTO portfolio.equity (account, minute, equity_e8, cash_e8, peak_e8, drawdown_pct_e8, positions)
                VALUES (:account, :minute, :equity, :cash, :peak, :drawdown, :positions)
                ON CONFLICT (account, minute) DO UPDATE SET equity_e8 = :equity, cash_e8 = :cash, peak_e8 = :peak,
                    drawdown_pct_e8 = :drawdown, positions = :positions""")
                .param("account", account.value()).param("minute", point.at().atOffset(ZoneOffset.UTC))
                .param("equity", equity.e8()).param("cash", cash.e8()).param("peak", point.peak().e8())
                .param("drawdown", point.drawdown().e8()).param("positions", positions).update();
        keepDay(account, point);
        return point;
    }

    private void keepDay(AccountId account, EquityPoint point) {
        jdbc.sql("""
                INSERT INTO portfolio.equity_days AS d (account, day, first_e8, equity_e8, lowest_e8, highest_e8,
                    cash_e8, peak_e8, drawdown_pct_e8)
                VALUES (:account, :day, :equity, :equity, :equity, :equity, :cash, :peak, :drawdown)
                ON CONFLICT (account, day) DO UPDATE SET equity_e8 = :equity, cash_e8 = :cash, peak_e8 = :peak,
                    lowest_e8 = least(d.lowest_e8, :equity), highest_e8 = greatest(d.highest_e8, :equity),
                    drawdown_pct_e8 = greatest(d.drawdown_pct_e8, :drawdown)""")
                .param("account", account.value()).param("day", LocalDate.ofInstant(point.at(), ZoneOffset.UTC))
                .param("equity", point.equity().e8()).param("cash", point.cash().e8())
                .param("peak", point.peak().e8()).param("drawdown", point.drawdown().e8()).update();
    }

    /** Money was paid in: the peak goes with it, so that it does not look like a profit. */
    public void paidIn(AccountId account, Money amount) {
        jdbc.sql("""
                UPDATE portfolio.equity SET peak_e8 = peak_e8 + :amount
                WHERE account = :account
                AND minute = (SELECT max(minute) FROM portfolio.equity WHERE account = :account)""")
                .param("account", account.value()).param("amount", amount.e8()).update();
    }

    @Override
    public Optional<EquityPoint> newest(AccountId account) {
        return jdbc.sql("SELECT * FROM portfolio.equity WHERE account = :account ORDER BY minute DESC LIMIT 1")
                .param("account", account.value()).query((row, number) -> point(row)).optional();
    }

    @Override
    public Optional<Money> highest(AccountId account, long fromMs) {
        return jdbc.sql("""
                SELECT max(equity_e8) FROM (
                    SELECT equity_e8 FROM portfolio.equity WHERE account = :account AND minute > :from
                    UNION ALL
                    (SELECT equity_e8 FROM portfolio.equity WHERE account = :account AND minute <= :from
                     ORDER BY minute DESC LIMIT 1)) lately""")
                .param("account", account.value())
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, Long.class)).list().stream().filter(Objects::nonNull)
                .findFirst().map(Money::new);
    }

    @Override
    public Money paid(AccountId account, long fromMs) {
        return new Money(jdbc.sql("""
                SELECT coalesce(sum(fee_e8), 0)::bigint FROM portfolio.fills_log
                WHERE account = :account AND at >= :from""").param("account", account.value())
                .param("from", Instant.ofEpochMilli(fromMs).atOffset(ZoneOffset.UTC)).query(Long.class).single());
    }

    /** Minutes since a moment, oldest first. */
    public List<EquityPoint> minutes(AccountId account, Instant from, int limit) {
        return jdbc.sql("""
                SELECT * FROM portfolio.equity WHERE account = :account AND minute >= :from
                ORDER BY minute LIMIT :limit""")
                .param("account", account.value()).param("from", from.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query((row, number) -> point(row)).list();
    }

    /** The newest days, newest first. */
    public List<EquityDay> days(AccountId account, int limit) {
        return jdbc.sql("SELECT * FROM portfolio.equity_days WHERE account = :account ORDER BY day DESC LIMIT :limit")
                .param("account", account.value()).param("limit", limit)
                .query((row, number) -> new EquityDay(row.getObject("day", LocalDate.class), money(row, "first_e8"),
                        money(row, "equity_e8"), money(row, "lowest_e8"), money(row, "highest_e8"),
                        money(row, "cash_e8"), money(row, "peak_e8"), new Percent(row.getLong("drawdown_pct_e8"))))
                .list();
    }

    private static EquityPoint point(ResultSet row) throws SQLException {
        return new EquityPoint(row.getObject("minute", OffsetDateTime.class).toInstant(), money(row, "equity_e8"),
                money(row, "cash_e8"), money(row, "peak_e8"), new Percent(row.getLong("drawdown_pct_e8")),
                row.getInt("positions"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }
}
