package org.portcullis.portfolio.adapter;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.portcullis.portfolio.AccountSummary;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.adapter.store.EquityStore;
import org.portcullis.risk.breaker.EquityMarked;
import org.portcullis.risk.breaker.ResultBooked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what the account is worth, at most once a minute: at bar closes, in the desk's lane, and at fills, inside the
 * transaction that books them. A minute in which nothing moved leaves no row, but every day has one.
 */
public class EquityHearing {

    private final PortfolioDesk portfolio;
    private final EquityStore store;
    private final AccountId account;
    private final Lane lane;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private @Nullable EquityPoint last;

    public EquityHearing(PortfolioDesk portfolio, EquityStore store, AccountId account, Lane lane,
            TransactionOperations transactions, ApplicationEventPublisher events) {
        this.portfolio = portfolio;
        this.store = store;
        this.account = account;
        this.lane = lane;
        this.transactions = transactions;
        this.events = events;
    }

    /** Prices moved. */
    @EventListener
    public void onBars(BarsSeen seen) {
        long atMs = seen.bars().stream().mapToLong(Bar::closeTimeMs).max().orElse(0);
        lane.run(() -> portfolio.summary(account).filter(summary -> moved(summary, atMs)).ifPresent(summary ->
                last = transactions.execute(status -> keep(summary, atMs))));
    }

    /** A fill or funding was booked. */
    @EventListener
    public void onResult(ResultBooked booked) {
        if (booked.account().equals(account)) {
            portfolio.summary(account).ifPresent(summary -> keep(summary, booked.atMs()));
        }
    }

    private EquityPoint keep(AccountSummary now, long atMs) {
        EquityPoint point = store.keep(account, atMs, now.equity(), now.cash(), now.positions(), now.initialCash());
        events.publishEvent(new EquityMarked(account, now.equity(), atMs));
        return point;
    }

    private boolean moved(AccountSummary now, long atMs) {
        EquityPoint before = last;
        if (before == null) {
            return true;
        }
        Instant at = Instant.ofEpochMilli(atMs);
        boolean later = !at.truncatedTo(ChronoUnit.MINUTES).equals(before.at());
        boolean sameDay = at.truncatedTo(ChronoUnit.DAYS).equals(before.at().truncatedTo(ChronoUnit.DAYS));
        boolean same = now.equity().equals(before.equity()) && now.cash().equals(before.cash());
        return later && !(same && sameDay);
    }
}
