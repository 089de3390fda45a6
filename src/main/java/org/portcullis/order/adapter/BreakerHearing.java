package org.portcullis.order.adapter;

import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.OrderChanged;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderState;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.Scope;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The order room's ears for breakers: tells them what the venue rejected and what failed (S2-CB2), and acts when one
 * trips. What a stop of the process left undone is done at the next start.
 */
@Component
public class BreakerHearing {

    private final IncidentWatch incidents;
    private final Breakers breakers;
    private final BreakerActs acts;
    private final OrderStore store;
    private final AccountId account;
    private final EventClock clock;
    private final WallTime time;

    public BreakerHearing(IncidentWatch incidents, Breakers breakers, OrderDesk desk, AccountView accounts,
            PriceView prices, TermsView terms, KillSwitch kill, MessageBus bus, OrderStore store, AccountId account,
            EventClock clock, WallTime time,
            PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.incidents = incidents;
        this.breakers = breakers;
        this.acts = new BreakerActs(desk, accounts, prices, terms, kill::throwSwitch, bus, own);
        this.store = store;
        this.account = account;
        this.clock = clock;
        this.time = time;
    }

    /** Hears inside the transaction that changed the order. */
    @EventListener
    public void changed(OrderChanged changed) {
        if (changed.state() == OrderState.REJECTED || changed.state() == OrderState.FAILED) {
            Breaker breaker = changed.state() == OrderState.REJECTED ? Breaker.REJECTIONS : Breaker.API_ERRORS;
            store.find(changed.clientOrderId()).ifPresent(order -> incidents.happened(order.account(), breaker,
                    Scope.GLOBAL, order.clientOrderId().value(), order.updatedAtMs()));
        }
    }

    /** Rules that do not come to their end are failures of our own. */
    @EventListener
    public void decided(DecisionRecorded decided) {
        if (decided.reason() == ReasonCode.RULES_FAILED) {
            incidents.happened(account, Breaker.EXCEPTIONS, Scope.GLOBAL, decided.decisionId(), clock.millis());
        }
    }

    /** Acts after the trip was kept: what it sends must not overtake it. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void tripped(BreakerTripped event) {
        acts.act(event.trip(), time.micros());
    }

    /** Does again what a stop of the process may have left undone. */
    @EventListener(ApplicationReadyEvent.class)
    public void ready() {
        breakers.tripped(account, clock.millis()).forEach(trip -> acts.act(trip, time.micros()));
    }
}
