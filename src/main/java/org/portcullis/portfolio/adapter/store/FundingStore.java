package org.portcullis.portfolio.adapter.store;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;
import org.portcullis.portfolio.domain.FundingShares;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.ResultBooked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Books funding, in the caller's transaction and under the account's lock. */
@Repository
public class FundingStore {

    private final JdbcClient jdbc;
    private final PortfolioStore accounts;
    private final TermsView terms;
    private final ApplicationEventPublisher events;

    public FundingStore(JdbcClient jdbc, PortfolioStore accounts, TermsView terms, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.terms = terms;
        this.events = events;
    }

    /**
     * Books what the venue paid or took, shared among the strategies that held the contract then; realised at once. A
     * funding that is known by venue, contract and time changes nothing.
     *
     * @return whether it was booked now
     */
    public boolean book(AccountId account, String venue, VenueFunding funding) {
        accounts.lockAndRead(account);
        if (known(account, venue, funding)) {
            return false;
        }
        long multiplierE8 = terms.find(funding.instrument()).map(TradingTerms::multiplierE8).orElseThrow(() ->
                new IllegalStateException("funding of " + funding.instrument() + " cannot be booked: list it"));
        SortedMap<String, Long> held = heldE8(account, funding);
        SortedMap<String, Money> shares = FundingShares.of(held, funding.cash(), funding.mark(), multiplierE8,
                funding.rateE8());
        for (Map.Entry<String, Money> share : shares.entrySet()) {
            keep(account, venue, funding, share, held.getOrDefault(share.getKey(), 0L));
            Money equity = credit(account, share.getValue(), funding.dueMs());
            events.publishEvent(new ResultBooked(account, funding.instrument(), share.getKey(), share.getValue(),
                    false, equity, funding.dueMs()));
        }
        accounts.conserve(account);
        return !shares.isEmpty();
    }

    private boolean known(AccountId account, String venue, VenueFunding funding) {
        return jdbc.sql("""
                SELECT count(*) FROM portfolio.fundings_log WHERE account = :account AND venue = :venue
                    AND instrument = :instrument AND due_at = :due""")
                .param("account", account.value()).param("venue", venue)
                .param("instrument", funding.instrument().value()).param("due", due(funding))
                .query(Long.class).single() > 0;
    }

    /** What each strategy held when it was due: what is held now, less what was filled later. */
    private SortedMap<String, Long> heldE8(AccountId account, VenueFunding funding) {
        SortedMap<String, Long> held = new TreeMap<>();
        jdbc.sql("""
                SELECT p.strategy, p.quantity_e8 - coalesce((SELECT sum(CASE f.side WHEN 'BUY' THEN f.quantity_e8
                        ELSE -f.quantity_e8 END) FROM portfolio.fills_log f WHERE f.account = p.account
                        AND f.instrument = p.instrument AND f.strategy = p.strategy AND f.at > :due), 0)::bigint AS held
                FROM portfolio.positions p WHERE p.account = :account AND p.instrument = :instrument""")
                .param("account", account.value()).param("instrument", funding.instrument().value())
                .param("due", due(funding)).query(row -> {
                    if (row.getLong("held") != 0) {
                        held.put(row.getString("strategy"), row.getLong("held"));
                    }
                });
        return held;
    }

    private void keep(AccountId account, String venue, VenueFunding funding, Map.Entry<String, Money> share,
            long heldE8) {
        jdbc.sql("""
                INSERT INTO portfolio.fundings_log (account, venue, instrument, due_at, strategy, quantity_e8, rate_e8,
                    mark_e8, cash_e8)
                VALUES (:account, :venue, :instrument, :due, :strategy, :quantity, :rate, :mark, :cash)""")
                .param("account", account.value()).param("venue", venue)
                .param("instrument", funding.instrument().value()).param("due", due(funding))
                .param("strategy", share.getKey()).param("quantity", heldE8).param("rate", funding.rateE8())
                .param("mark", funding.mark().e8()).param("cash", share.getValue().e8()).update();
    }

    private Money credit(AccountId account, Money cash, long atMs) {
        return new Money(jdbc.sql("""
                UPDATE portfolio.accounts SET cash_e8 = cash_e8 + :cash, realised_e8 = realised_e8 + :cash,
                    funding_e8 = funding_e8 + :cash, updated_at = greatest(updated_at, :at) WHERE account = :account
                RETURNING initial_cash_e8 + realised_e8""")
                .param("cash", cash.e8()).param("at", ReconcileStore.at(atMs)).param("account", account.value())
                .query(Long.class).single());
    }

    private static OffsetDateTime due(VenueFunding funding) {
        return ReconcileStore.at(funding.dueMs());
    }
}
