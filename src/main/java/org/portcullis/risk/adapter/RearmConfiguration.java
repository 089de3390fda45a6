package org.portcullis.risk.adapter;

import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.adapter.workflow.RearmBreaker;
import org.portcullis.risk.adapter.workflow.RecordRearmer;
import org.portcullis.risk.breaker.BreakerEnded;
import org.portcullis.risk.breaker.BreakerRearms;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.Breakers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the workflow in which people let breakers go. */
@Configuration(proxyBeanMethods = false)
class RearmConfiguration {

    @Bean
    BreakerRearms breakerRearms(AccountId account, Breakers breakers, Workflow workflow,
            PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new BreakerRearms(account, breakers, workflow, own);
    }

    @Bean
    RecordRearmer recordRearmer(ObjectProvider<BreakerRearms> rearms) {
        return new RecordRearmer(rearms::getObject);
    }

    @Bean
    RearmBreaker rearmBreaker(ObjectProvider<BreakerRearms> rearms) {
        return new RearmBreaker(rearms::getObject);
    }

    /**
     * Opens and ends tasks after the trip was kept: a workflow that cannot be started must not undo a trip. What was
     * left undone is done at the next start, or when somebody lets the breaker go.
     */
    @Component
    static class Hearing {

        private final BreakerRearms rearms;
        private final EventClock clock;
        private final Lane lane;

        Hearing(BreakerRearms rearms, EventClock clock, Lane lane) {
            this.rearms = rearms;
            this.clock = clock;
            this.lane = lane;
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
        public void tripped(BreakerTripped event) {
            rearms.tripped(event.trip());
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
        public void ended(BreakerEnded event) {
            rearms.ended(event.was());
        }

        @EventListener(ApplicationReadyEvent.class)
        @Order(70)
        public void ready() {
            lane.run(() -> rearms.openAll(clock.millis()));
        }
    }
}
