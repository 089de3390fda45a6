package org.portcullis.portfolio.adapter;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.portcullis.portfolio.AccountWorth;
import org.portcullis.portfolio.AccountWorths;
import org.portcullis.portfolio.EquityBook;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.risk.breaker.EquityMarked;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.ResultBooked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what the account is worth, at most once a minute: at bar closes, in the desk's lane, and at fills, inside the
 * transaction that books them; within a minute the last word counts. A minute in which nothing moved leaves no row, but
 * every day has one. The breaker of the drawdown judges every change, in the same transaction (S2-REQ-DD1).
 */
public class EquityHearing {

    private static final long DAY_MS = 86_400_000;

    private final AccountWorths portfolio;
    private final EquityBook store;
    private final EquityWatch watch;
    private final AccountId account;
    private final Lane lane;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private @Nullable EquityPoint last;

    public EquityHearing(AccountWorths portfolio, EquityBook store, EquityWatch watch, AccountId account,
            Lane lane, TransactionOperations transactions, ApplicationEventPublisher events) {
        this.portfolio = portfolio;
        this.store = store;
        this.watch = watch;
        this.account = account;
        this.lane = lane;
        this.transactions = transactions;
        this.events = events;
    }

    /** Prices moved. */
    @EventListener
    public void onBars(BarsSeen seen) {
        onTime(seen.bars().stream().mapToLong(Bar::closeTimeMs).max().orElse(0));
    }

    /**
     * Prices were seen that had closed by then.
     *
     * @param atMs event time, UTC milliseconds
     */
    public void onTime(long atMs) {
        lane.run(() -> {
            AccountWorth worth = portfolio.worth(account).orElse(null);
            if (worth != null && moved(worth, atMs)) {
                last = transactions.execute(status -> keep(worth, atMs));
            }
        });
    }

    /** A fill or funding was booked. */
    @EventListener
    public void onResult(ResultBooked booked) {
        if (booked.account().equals(account)) {
            portfolio.worth(account).ifPresent(worth -> keep(worth, booked.atMs()));
        }
    }

    private EquityPoint keep(AccountWorth now, long atMs) {
        EquityPoint kept = store.keep(account, atMs, now.equity(), now.cash(), now.positions(), now.initialCash());
        watch.seen(account, kept.peak(), now.equity(), atMs);
        events.publishEvent(new EquityMarked(account, now.equity(), atMs));
        return kept;
    }

    private boolean moved(AccountWorth now, long atMs) {
        EquityPoint before = last == null ? store.newest(account).orElse(null) : last;
        last = before;
        if (before == null) {
            return true;
        }
        long beforeMs = before.at().toEpochMilli();
        if (atMs < beforeMs) {
            // shown again after a restart: what the account is worth now was not worth it at those prices
            return false;
        }
        boolean sameDay = Math.floorDiv(atMs, DAY_MS) == Math.floorDiv(beforeMs, DAY_MS);
        boolean same = now.equity().e8() == before.equity().e8() && now.cash().e8() == before.cash().e8();
        return !same || !sameDay;
    }
}
