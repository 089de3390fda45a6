package org.portcullis.portfolio.adapter;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.BarsSeen;
import org.portcullis.market.FundingDue;
import org.portcullis.market.FundingSeen;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;
import org.portcullis.portfolio.VenueSnapshotSource;
import org.portcullis.portfolio.adapter.store.FundingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks the venue what it paid when funding became due, and books that: the venue is right about money (B-D12). What it
 * has not settled yet is asked for again with the next bars; what is then still missing, the comparison of the books
 * finds.
 */
public class FundingHearing {

    private static final Logger LOG = LoggerFactory.getLogger(FundingHearing.class);
    private static final int LOOKS_MAX = 5;

    private final VenueSnapshotSource venue;
    private final FundingStore store;
    private final AccountId account;
    private final Lane lane;
    private final TransactionOperations transactions;
    private final List<FundingDue> waiting = new ArrayList<>();
    private int looks;

    public FundingHearing(VenueSnapshotSource venue, FundingStore store, AccountId account, Lane lane,
            TransactionOperations transactions) {
        this.venue = venue;
        this.store = store;
        this.account = account;
        this.lane = lane;
        this.transactions = transactions;
    }

    /** Funding became due. */
    @EventListener
    public void onFunding(FundingSeen seen) {
        lane.run(() -> {
            waiting.addAll(seen.due());
            looks = 0;
            ask();
        });
    }

    /** Time went on. */
    @EventListener
    public void onBars(BarsSeen seen) {
        lane.run(this::ask);
    }

    private void ask() {
        if (waiting.isEmpty()) {
            return;
        }
        looks++;
        try {
            long firstMs = waiting.stream().mapToLong(FundingDue::dueMs).min().orElseThrow();
            for (VenueFunding paid : venue.snapshot(firstMs - 1, Long.MAX_VALUE, List.of()).fundings()) {
                transactions.executeWithoutResult(status -> store.book(account, venue.venue(), paid));
                waiting.removeIf(due -> due.instrument().equals(paid.instrument()) && due.dueMs() == paid.dueMs());
            }
        } catch (RuntimeException failed) {
            LOG.error("funding could not be booked; it is tried again", failed);
        }
        if (looks >= LOOKS_MAX && !waiting.isEmpty()) {
            LOG.warn("the venue says nothing about {}; the comparison of the books will", waiting);
            waiting.clear();
        }
    }
}
