package org.portcullis.portfolio.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger;
import org.portcullis.portfolio.FillBooked;
import org.portcullis.portfolio.PositionReduced;
import org.portcullis.portfolio.domain.Conservation;
import org.portcullis.portfolio.domain.Position;
import org.portcullis.portfolio.domain.Position.Change;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.ResultBooked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Accounts, positions and the fill ledger. Everything runs in the caller's transaction and takes the lock on the
 * account's row first, so the account has one writer at a time.
 */
@Repository
public class PortfolioStore implements FillLedger, AccountView {

    private static final Logger LOG = LoggerFactory.getLogger(PortfolioStore.class);

    private final JdbcClient jdbc;
    private final TermsView terms;
    private final ApplicationEventPublisher events;

    /** @param terms tells the multiplier of an instrument */
    public PortfolioStore(JdbcClient jdbc, TermsView terms, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.events = events;
    }

    /**
     * Opens an account with its first cash; an account that is there stays as it is.
     *
     * @return whether it was opened now
     */
    public boolean openAccount(AccountId account, String currency, Money cash, long atMs) {
        return jdbc.sql("""
                INSERT INTO portfolio.accounts (account, currency, initial_cash_e8, cash_e8, realised_e8, fees_e8,
                    updated_at) VALUES (:account, :currency, :cash, :cash, 0, 0, :at) ON CONFLICT DO NOTHING""")
                .param("account", account.value()).param("currency", currency).param("cash", cash.e8())
                .param("at", at(atMs)).update() == 1;
    }

    @Override
    public AccountState lockAndRead(AccountId account) {
        AccountRow row = lock(account);
        List<Held> held = jdbc.sql("""
                SELECT instrument, strategy, quantity_e8, cost_e8, margin FROM portfolio.positions
                WHERE account = :account AND quantity_e8 <> 0 ORDER BY instrument, strategy""")
                .param("account", account.value())
                .query((found, number) -> held(found)).list();
        return new AccountState(account, row.cash(), row.realised(), held);
    }

    @Override
    public Booked book(Fill fill) {
        AccountRow row = lock(fill.account());
        if (known(fill)) {
            return new Booked(false, Money.ZERO, false);
        }
        Position before = position(fill);
        Money worth = fill.price().times(fill.quantity(), terms(fill.instrument()).multiplierE8());
        Change change = before.filled(fill.side(), fill.quantity(), worth, fill.fee());
        keepFill(fill, change.realised());
        keepPosition(fill, before, change.after());
        keepAccount(fill, row, change);
        Conservation kept = conservation(fill.account());
        kept.hold(fill.account().value());
        events.publishEvent(new FillBooked(fill.venueTradeId(), fill.instrument()));
        boolean closed = change.ends(before);
        if (closed && !change.after().quantity().isZero()) {
            // the venue is right, but somebody has to look: more was closed than was held (B-E6)
            LOG.error("fill {} went through zero: {} of {} was {} {}, is now {} {}", fill.venueTradeId(),
                    fill.instrument(), fill.strategy(), before.side(), before.quantity(), change.after().side(),
                    change.after().quantity());
        }
        events.publishEvent(new ResultBooked(fill.account(), fill.instrument(), fill.strategy(), change.realised(),
                closed, kept.initialCash().plus(kept.realised()), fill.atMs()));
        if (!change.closed().isZero()) {
            events.publishEvent(new PositionReduced(fill.account(), fill.instrument(), fill.strategy(), fill.atMs()));
        }
        return new Booked(true, change.realised(), closed);
    }

    /**
     * Checks the identity of {@link Conservation} on what is stored; {@link IllegalStateException} when it is broken.
     */
    public void conserve(AccountId account) {
        conservation(account).hold(account.value());
    }

    /** The five amounts of the identity as they are stored. */
    public Conservation conservation(AccountId account) {
        return jdbc.sql("""
                SELECT a.initial_cash_e8, a.realised_e8, a.cash_e8, coalesce(sum(CASE WHEN p.margin THEN 0
                        WHEN p.quantity_e8 < 0 THEN -p.cost_e8 ELSE p.cost_e8 END), 0)::bigint AS cost_e8,
                    coalesce(sum(p.entry_fees_e8), 0)::bigint AS entry_fees_e8
                FROM portfolio.accounts a LEFT JOIN portfolio.positions p ON p.account = a.account
                WHERE a.account = :account GROUP BY a.account""")
                .param("account", account.value())
                .query((found, number) -> new Conservation(new Money(found.getLong("initial_cash_e8")),
                        new Money(found.getLong("realised_e8")), new Money(found.getLong("cash_e8")),
                        new Money(found.getLong("cost_e8")), new Money(found.getLong("entry_fees_e8"))))
                .single();
    }

    private AccountRow lock(AccountId account) {
        Invariant.hold(TransactionSynchronizationManager.isActualTransactionActive(),
                () -> "account " + account + " is read outside a transaction, so its lock would not last");
        return jdbc.sql("""
                SELECT cash_e8, realised_e8, fees_e8 FROM portfolio.accounts WHERE account = :account FOR UPDATE""")
                .param("account", account.value())
                .query((found, number) -> new AccountRow(new Money(found.getLong("cash_e8")),
                        new Money(found.getLong("realised_e8")), new Money(found.getLong("fees_e8"))))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no account " + account + "; open it before trading"));
    }

    private boolean known(Fill fill) {
        return jdbc.sql("SELECT count(*) FROM portfolio.fills_log WHERE venue = :venue AND venue_trade_id = :trade")
                .param("venue", fill.venue()).param("trade", fill.venueTradeId()).query(Long.class).single() > 0;
    }

    /** How a position is accounted for is fixed when it is opened. */
    private Position position(Fill fill) {
        return jdbc.sql("""
                SELECT quantity_e8, cost_e8, entry_fees_e8, margin FROM portfolio.positions
                WHERE quantity_e8 <> 0 AND account = :account AND instrument = :instrument AND strategy = :strategy""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("strategy", fill.strategy())
                .query((found, number) -> PortfolioReader.position(found))
                .optional().orElseGet(() -> Position.flat(terms(fill.instrument()).onMargin()));
    }

    private static Held held(ResultSet found) throws SQLException {
        long quantityE8 = found.getLong("quantity_e8");
        return new Held(new InstrumentId(found.getString("instrument")), found.getString("strategy"),
                quantityE8 < 0 ? Side.SELL : Side.BUY, new Quantity(Math.absExact(quantityE8)),
                new Money(found.getLong("cost_e8")), found.getBoolean("margin"));
    }

    private void keepFill(Fill fill, Money realised) {
        jdbc.sql("""
                INSERT INTO portfolio.fills_log (venue, venue_trade_id, client_order_id, account, instrument, strategy,
                    side, quantity_e8, price_e8, fee_e8, maker, realised_e8, at)
                VALUES (:venue, :trade, :order, :account, :instrument, :strategy, :side, :quantity, :price, :fee,
                    :maker, :realised, :at)""")
                .param("venue", fill.venue()).param("trade", fill.venueTradeId())
                .param("order", fill.clientOrderId().value()).param("account", fill.account().value())
                .param("instrument", fill.instrument().value()).param("strategy", fill.strategy())
                .param("side", fill.side().name()).param("quantity", fill.quantity().e8())
                .param("price", fill.price().e8()).param("fee", fill.fee().e8()).param("maker", fill.maker())
                .param("realised", realised.e8()).param("at", at(fill.atMs())).update();
    }

    private void keepPosition(Fill fill, Position before, Position after) {
        jdbc.sql("""
                INSERT INTO portfolio.positions (account, instrument, strategy, quantity_e8, cost_e8, entry_fees_e8,
                    margin, opened_at, updated_at)
                VALUES (:account, :instrument, :strategy, :quantity, :cost, :fees, :margin, :at, :at)
                ON CONFLICT (account, instrument, strategy) DO UPDATE SET quantity_e8 = :quantity, cost_e8 = :cost,
                    entry_fees_e8 = :fees, margin = :margin, updated_at = :at,
                    opened_at = CASE WHEN :reopened THEN :at ELSE portfolio.positions.opened_at END""")
                .param("account", fill.account().value()).param("instrument", fill.instrument().value())
                .param("strategy", fill.strategy()).param("quantity", after.signedE8())
                .param("cost", after.cost().e8()).param("fees", after.entryFees().e8())
                .param("at", at(fill.atMs())).param("reopened", before.quantity().isZero()
                        || before.side() != after.side())
                .param("margin", after.margin()).update();
    }

    private void keepAccount(Fill fill, AccountRow row, Change change) {
        jdbc.sql("""
                UPDATE portfolio.accounts SET cash_e8 = :cash, realised_e8 = :realised, fees_e8 = :fees,
                    updated_at = :at WHERE account = :account""")
                .param("cash", row.cash().plus(change.cash()).e8())
                .param("realised", row.realised().plus(change.realised()).e8())
                .param("fees", row.fees().plus(fill.fee()).e8())
                .param("at", at(fill.atMs())).param("account", fill.account().value()).update();
    }

    private TradingTerms terms(InstrumentId instrument) {
        return terms.find(instrument).orElseThrow(() -> new IllegalStateException(
                "a fill in " + instrument + " cannot be booked: its multiplier is unknown; list the instrument"));
    }

    private static OffsetDateTime at(long ms) {
        return Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC);
    }

    private record AccountRow(Money cash, Money realised, Money fees) {
    }
}
