package org.portcullis.portfolio.adapter;

import java.time.Duration;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.BarsSeen;
import org.portcullis.order.OrderAudit;
import org.portcullis.order.OrderDesk;
import org.portcullis.portfolio.CashFound;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.ReconcilePorts;
import org.portcullis.portfolio.ReconcileRun.Trigger;
import org.portcullis.portfolio.Reconciliation;
import org.portcullis.portfolio.VenueSnapshotSource;
import org.portcullis.portfolio.adapter.store.BookReader;
import org.portcullis.portfolio.adapter.store.EquityStore;
import org.portcullis.portfolio.adapter.store.FundingStore;
import org.portcullis.portfolio.adapter.store.PortfolioStore;
import org.portcullis.portfolio.adapter.store.ReconcileStore;
import org.portcullis.portfolio.adapter.workflow.ApplyCaseAnswer;
import org.portcullis.portfolio.adapter.workflow.RecordRiskOfficer;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.ReconcileView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.breaker.EquityWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the comparison of the books and says when it is made. */
@Configuration(proxyBeanMethods = false)
class ReconcileConfiguration {

    /** How often it is looked, by the wall clock, whether a comparison is due when no bars come. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final ObjectProvider<Reconciliation> reconciliation;
    private final Background background;
    private final EventClock clock;

    ReconcileConfiguration(ObjectProvider<Reconciliation> reconciliation, Background background, EventClock clock) {
        this.reconciliation = reconciliation;
        this.background = background;
        this.clock = clock;
    }

    @Bean
    Reconciliation reconciliation(VenueSnapshotSource venue, OrderDesk orders, PortfolioStore ledger,
            FundingStore fundings, BookReader books, ReconcileStore store, Workflow workflow, OrderAudit audit,
            TermsView terms, PriceView prices, PolicyBook policies, MessageBus bus, Lane lane,
            PlatformTransactionManager transactions, AccountId account, CashFound cashFound) {
        return new Reconciliation(new ReconcilePorts(venue, orders, ledger, fundings, books, store, cashFound,
                workflow, audit, terms, prices, policies, bus, lane, clock, new TransactionTemplate(transactions)),
                account);
    }

    /** Both peaks go with the money: the one that people see and the one that the breaker measures from. */
    @Bean
    CashFound cashFound(EquityStore equity, EquityWatch watch) {
        return (account, amount) -> {
            equity.paidIn(account, amount);
            watch.paidIn(account, amount);
        };
    }

    @Bean
    FundingHearing fundingHearing(VenueSnapshotSource venue, FundingStore store, AccountId account, Lane lane,
            PlatformTransactionManager transactions) {
        return new FundingHearing(venue, store, account, lane, new TransactionTemplate(transactions));
    }

    @Bean
    EquityHearing equityHearing(PortfolioDesk portfolio, EquityStore store, EquityWatch watch, AccountId account,
            Lane lane, PlatformTransactionManager transactions, ApplicationEventPublisher events) {
        return new EquityHearing(portfolio, store, watch, account, lane, new TransactionTemplate(transactions),
                events);
    }

    /** The desk asks from memory; it is wired before the comparison, which uses the desk. */
    @Bean
    @Primary
    ReconcileView reconcileView() {
        return () -> reconciliation.getObject().books();
    }

    @Bean
    ApplyCaseAnswer applyCaseAnswer() {
        return new ApplyCaseAnswer(reconciliation::getObject);
    }

    @Bean
    RecordRiskOfficer recordRiskOfficer() {
        return new RecordRiskOfficer();
    }

    /** After the gateway has settled what a crash left open, before routes bring work (S2-ST3). */
    @EventListener(ApplicationReadyEvent.class)
    @Order(60)
    void start() {
        reconciliation.getObject().run(Trigger.BOOT);
        if (!clock.replay()) {
            background.every(LOOK, "reconcile", this::look);
        }
    }

    /** In a replay bars are what moves time; they come after the desk has seen them, in its thread. */
    @EventListener
    void onBars(BarsSeen seen) {
        look();
    }

    private void look() {
        reconciliation.getObject().tick();
    }
}
