package org.portcullis.portfolio.adapter.store;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.portfolio.BookedFill;
import org.portcullis.portfolio.Difference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads our books as they were at a moment: what is stored, less what was booked for later moments. */
@Repository
public class BookReader {

    private static final String FILLS = """
            SELECT venue, venue_trade_id, client_order_id, instrument, strategy, side, quantity_e8, price_e8, fee_e8,
                maker, realised_e8, at FROM portfolio.fills_log
            """;

    private final JdbcClient jdbc;

    public BookReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Positions by instrument and what trading moved in cash, at that moment. What trades on margin counts as if it
     * had been paid in full: so it does not matter which of several strategies the venue nets with which.
     */
    public Standing standing(AccountId account, long untilMs, ToLongFunction<InstrumentId> multiplierE8) {
        OffsetDateTime until = ReconcileStore.at(untilMs);
        SortedMap<InstrumentId, Long> positions = new TreeMap<>();
        jdbc.sql("""
                SELECT instrument, sum(quantity_e8)::bigint AS quantity_e8 FROM portfolio.positions
                WHERE account = :account AND quantity_e8 <> 0 GROUP BY instrument""")
                .param("account", account.value()).query(row -> {
                    positions.put(new InstrumentId(row.getString("instrument")), row.getLong("quantity_e8"));
                });
        Money cash = new Money(jdbc.sql("""
                SELECT a.cash_e8 - a.initial_cash_e8
                    - coalesce((SELECT sum(sign(p.quantity_e8) * p.cost_e8) FROM portfolio.positions p
                        WHERE p.account = a.account AND p.margin), 0)::bigint
                    - coalesce((SELECT sum(g.cash_e8) FROM portfolio.fundings_log g
                        WHERE g.account = a.account AND g.due_at > :until), 0)::bigint
                    - coalesce((SELECT sum(l.cash_e8) FROM portfolio.adjustments_log l
                    WHERE l.account = a.account AND l.at > :until), 0)::bigint
                FROM portfolio.accounts a WHERE a.account = :account""")
                .param("account", account.value()).param("until", until).query(Long.class).single());
        for (BookedFill later : jdbc.sql(FILLS + "WHERE account = :account AND at > :until")
                .param("account", account.value()).param("until", until).query(PortfolioReader::fill).list()) {
            positions.merge(later.instrument(), -later.side().sign() * later.quantity().e8(), Math::addExact);
            Money worth = later.price().times(later.quantity(), multiplierE8.applyAsLong(later.instrument()));
            cash = later.side() == Side.BUY ? cash.plus(worth).plus(later.fee()) : cash.minus(worth).plus(later.fee());
        }
        return new Standing(positions, cash);
    }

    /** Fills of that venue after one moment up to another. */
    public List<BookedFill> fills(AccountId account, String venue, long sinceMs, long untilMs) {
        return jdbc.sql(FILLS + "WHERE account = :account AND venue = :venue AND at > :since AND at <= :until "
                + "ORDER BY at, venue_trade_id")
                .param("account", account.value()).param("venue", venue).param("since", ReconcileStore.at(sinceMs))
                .param("until", ReconcileStore.at(untilMs)).query(PortfolioReader::fill).list();
    }

    /** One fill, if the ledger has it. */
    public Optional<BookedFill> fill(String venue, String tradeId) {
        return jdbc.sql(FILLS + "WHERE venue = :venue AND venue_trade_id = :trade")
                .param("venue", venue).param("trade", tradeId).query(PortfolioReader::fill).optional();
    }

    /** Differences of single fills up to that moment that are not in the books: open ones, and those ignored. */
    public List<Difference> waiting(AccountId account, long untilMs) {
        return jdbc.sql("""
                SELECT c.kind, c.subject, c.instrument, c.quantity_e8, c.cash_e8, c.fill_at, c.text
                FROM portfolio.cases c WHERE c.account = :account AND c.fill_at <= :until
                    AND c.kind IN ('UNKNOWN_FILL', 'PHANTOM_FILL') AND (c.closed_at IS NULL OR c.answer = 'IGNORE')
                    AND (c.kind = 'PHANTOM_FILL' OR NOT EXISTS (SELECT 1 FROM portfolio.fills_log f
                        WHERE f.venue = c.venue AND f.venue_trade_id = c.subject))
                ORDER BY c.case_id""")
                .param("account", account.value()).param("until", ReconcileStore.at(untilMs))
                .query((row, number) -> ReconcileStore.difference(row)).list();
    }

    /** Trade ids of phantom fills that were taken back. */
    public Set<String> reversed(AccountId account) {
        return new HashSet<>(jdbc.sql("""
                SELECT subject FROM portfolio.cases WHERE account = :account AND kind = 'PHANTOM_FILL'
                    AND answer = 'ADOPT' AND closed_at IS NOT NULL""")
                .param("account", account.value()).query(String.class).list());
    }

    /**
     * Positions by instrument, in 10<sup>-8</sup>, signed, and cash less what the account began with and less what its
     * open positions on margin cost.
     */
    public record Standing(SortedMap<InstrumentId, Long> positionsE8, Money netCash) {
    }
}
