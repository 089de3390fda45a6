package org.portcullis.portfolio;

import java.time.InstantSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.order.OrderAudit;
import org.portcullis.order.OrderDesk;
import org.portcullis.portfolio.adapter.store.BookReader;
import org.portcullis.portfolio.adapter.store.FundingStore;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.portcullis.portfolio.adapter.store.ReconcileStore;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everything a comparison works with.
 *
 * @param lane the desk's: nothing is booked while the books are compared
 * @param cashFound hears of cash that only the venue knew of
 * @param clock event time in a replay, else the wall clock
 */
public record ReconcilePorts(VenueSnapshotSource venue, OrderDesk orders, PortfolioStore ledger, FundingStore fundings,
        BookReader books,
        ReconcileStore store, CashFound cashFound, Workflow workflow, OrderAudit audit, TermsView terms,
        PriceView prices,
        PolicyBook policies, MessageBus bus, Lane lane, InstantSource clock, TransactionOperations transactions) {

    /** Worth of one price unit per quantity unit, {@link IllegalStateException} for what is not listed. */
    long multiplierE8(InstrumentId instrument) {
        return terms.find(instrument).map(TradingTerms::multiplierE8).orElseThrow(() -> new IllegalStateException(
                "the multiplier of " + instrument + " is unknown; list the instrument"));
    }

    /** What is held and how cash moved, as of that moment. */
    BookReader.Standing standing(AccountId account, long untilMs) {
        return books.standing(account, untilMs, this::multiplierE8);
    }
}
