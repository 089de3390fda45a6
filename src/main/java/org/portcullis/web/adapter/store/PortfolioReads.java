package org.portcullis.web.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.web.FillLine;
import org.portcullis.web.PositionLine;
import org.portcullis.web.ProtectionLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables of {@code portfolio}. */
public final class PortfolioReads {

    private static final String FILLS = """
            SELECT venue, venue_trade_id, client_order_id, account, instrument, strategy, side, quantity_e8, price_e8,
                   fee_e8, maker, realised_e8, at
            FROM portfolio.fills_log
            """;

    private final JdbcClient jdbc;
    private final TermsView terms;

    public PortfolioReads(JdbcClient jdbc, TermsView terms) {
        this.jdbc = jdbc;
        this.terms = terms;
    }

    /**
     * Open positions, oldest first, with what each was entered with and what protects it.
     *
     * @param now event time, from which their age counts
     */
    public List<PositionLine> open(Map<InstrumentId, Price> lastPrices, Instant now) {
        return jdbc.sql("""
                SELECT p.account, p.instrument, p.strategy, p.quantity_e8, p.cost_e8, p.entry_fees_e8, p.margin,
                       p.opened_at, g.stop_e8, g.first_stop_e8, g.target_e8, g.best_e8, g.part_taken, g.unprotected,
                       g.opened_at AS guarded_at, e.confidence_e8
                FROM portfolio.positions p LEFT JOIN risk.protections g ON g.account = p.account
                    AND g.instrument = p.instrument AND g.strategy = p.strategy
                LEFT JOIN risk.position_entries e ON e.account = p.account AND e.instrument = p.instrument
                    AND e.strategy = p.strategy
                WHERE p.quantity_e8 <> 0
                ORDER BY p.opened_at, p.instrument, p.strategy""")
                .query((row, number) -> position(row, lastPrices, now)).list();
    }

    /** The newest fills. */
    public List<FillLine> newestFills(int limit) {
        return jdbc.sql(FILLS + "ORDER BY at DESC, venue_trade_id LIMIT :limit").param("limit", limit)
                .query(PortfolioReads::fill).list();
    }

    /** Fills of one instrument since a moment, oldest first: what a chart marks. */
    public List<FillLine> fillsSince(String instrument, Instant from, int limit) {
        return jdbc.sql(FILLS + "WHERE instrument = :instrument AND at >= :from"
                + " ORDER BY at, venue_trade_id LIMIT :limit")
                .param("instrument", instrument).param("from", from.atOffset(ZoneOffset.UTC)).param("limit", limit)
                .query(PortfolioReads::fill).list();
    }

    /** Currency and cash of the first account, by name; nothing before it is opened. */
    public Optional<Account> account() {
        return jdbc.sql("SELECT account, currency, cash_e8 FROM portfolio.accounts ORDER BY account LIMIT 1")
                .query((row, number) -> new Account(row.getString("account"), row.getString("currency"),
                        Rows.money(row, "cash_e8"))).optional();
    }

    private PositionLine position(ResultSet row, Map<InstrumentId, Price> lastPrices, Instant now)
            throws SQLException {
        String instrument = row.getString("instrument");
        ProtectionLine protection = protection(row);
        Instant opened = Rows.atOrNothing(row, "opened_at");
        long quantityE8 = row.getLong("quantity_e8");
        Quantity quantity = new Quantity(Math.absExact(quantityE8));
        Optional<TradingTerms> trades = terms.find(new InstrumentId(instrument));
        return new PositionLine(row.getString("account"), instrument, row.getString("strategy"),
                quantityE8 < 0 ? Side.SELL : Side.BUY, quantity, Rows.money(row, "cost_e8"),
                Rows.money(row, "entry_fees_e8"),
                opened == null ? Instant.EPOCH : opened, lastPrices.get(new InstrumentId(instrument)),
                protection == null ? null : protection.stop(), protection == null || row.getBoolean("unprotected"),
                protection, row.getBoolean("margin"), trades.map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE),
                trades.map(known -> known.dust(quantity)).orElse(false), confidence(row),
                opened == null ? 0 : Math.max(0, now.toEpochMilli() - opened.toEpochMilli()));
    }

    private static @Nullable String confidence(ResultSet row) throws SQLException {
        long e8 = row.getLong("confidence_e8");
        return row.wasNull() ? null : FixedPoint.format(e8);
    }

    private static @Nullable ProtectionLine protection(ResultSet row) throws SQLException {
        Instant since = Rows.atOrNothing(row, "guarded_at");
        if (since == null) {
            return null;
        }
        long targetE8 = row.getLong("target_e8");
        return new ProtectionLine(Rows.price(row, "stop_e8"), Rows.price(row, "first_stop_e8"),
                targetE8 == 0 ? null : new Price(targetE8), Rows.price(row, "best_e8"), row.getBoolean("part_taken"),
                since);
    }

    private static FillLine fill(ResultSet row, int number) throws SQLException {
        return new FillLine(row.getString("venue"), row.getString("venue_trade_id"), row.getString("client_order_id"),
                row.getString("account"), row.getString("instrument"), row.getString("strategy"), row.getString("side"),
                Rows.quantity(row, "quantity_e8"), Rows.price(row, "price_e8"), Rows.money(row, "fee_e8"),
                row.getBoolean("maker"), Rows.money(row, "realised_e8"), Rows.at(row, "at"));
    }

    /** An account's name, currency and cash. */
    public record Account(String account, String currency, Money cash) {
    }
}
