package org.portcullis.portfolio.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.portfolio.BookedFill;
import org.portcullis.portfolio.domain.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts, positions and fills for pages, without locking anything. */
@Repository
public class PortfolioReader {

    private final JdbcClient jdbc;

    public PortfolioReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The stored amounts of an account, if it was opened. */
    public Optional<Account> account(AccountId account) {
        return jdbc.sql("""
                SELECT currency, initial_cash_e8, cash_e8, realised_e8, fees_e8, funding_e8 FROM portfolio.accounts
                WHERE account = :account""")
                .param("account", account.value())
                .query((row, number) -> new Account(row.getString("currency"), money(row, "initial_cash_e8"),
                        money(row, "cash_e8"), money(row, "realised_e8"), money(row, "fees_e8"),
                        money(row, "funding_e8")))
                .optional();
    }

    /** Positions that are not flat, by instrument and strategy. */
    public List<Open> open(AccountId account) {
        return jdbc.sql("""
                SELECT instrument, strategy, quantity_e8, cost_e8, entry_fees_e8, margin, opened_at
                FROM portfolio.positions WHERE account = :account AND quantity_e8 <> 0 ORDER BY instrument, strategy""")
                .param("account", account.value())
                .query((row, number) -> new Open(new InstrumentId(row.getString("instrument")),
                        row.getString("strategy"), position(row), instant(row, "opened_at")))
                .list();
    }

    /** The newest fills first. */
    public List<BookedFill> fills(AccountId account, int limit, int offset) {
        return jdbc.sql("""
                SELECT venue, venue_trade_id, client_order_id, instrument, strategy, side, quantity_e8, price_e8,
                    fee_e8, maker, realised_e8, at FROM portfolio.fills_log WHERE account = :account
                ORDER BY at DESC, venue_trade_id DESC LIMIT :limit OFFSET :offset""")
                .param("account", account.value()).param("limit", limit).param("offset", offset)
                .query(PortfolioReader::fill).list();
    }

    static BookedFill fill(ResultSet row, int number) throws SQLException {
        return new BookedFill(row.getString("venue"), row.getString("venue_trade_id"), row.getString("client_order_id"),
                new InstrumentId(row.getString("instrument")), row.getString("strategy"),
                Side.valueOf(row.getString("side")), new Quantity(row.getLong("quantity_e8")),
                new Price(row.getLong("price_e8")), money(row, "fee_e8"), row.getBoolean("maker"),
                money(row, "realised_e8"), instant(row, "at"));
    }

    static Position position(ResultSet row) throws SQLException {
        return Position.signed(row.getLong("quantity_e8"), money(row, "cost_e8"), money(row, "entry_fees_e8"),
                row.getBoolean("margin"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The stored amounts of an account. */
    public record Account(String currency, Money initialCash, Money cash, Money realised, Money fees, Money funding) {
    }

    /** One stored position that is not flat. */
    public record Open(InstrumentId instrument, String strategy, Position position, Instant openedAt) {
    }
}
