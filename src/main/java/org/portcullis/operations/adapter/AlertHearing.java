package org.portcullis.operations.adapter;

import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.time.EventClock;
import org.portcullis.kernel.AccountId;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.Cause;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.VerdictKept;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerEnded;
import org.portcullis.risk.breaker.BreakerRearmed;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.strategy.RulesStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears what the rooms say after it was kept, and raises alerts of it (S2-A1). Nothing that goes wrong here reaches who
 * said it.
 */
@Component
class AlertHearing {

    private static final Logger LOG = LoggerFactory.getLogger(AlertHearing.class);

    private final AlertDesk alerts;
    private final Breakers breakers;
    private final AccountId account;
    private final EventClock clock;

    AlertHearing(AlertDesk alerts, Breakers breakers, AccountId account, EventClock clock) {
        this.alerts = alerts;
        this.breakers = breakers;
        this.account = account;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(BreakerTripped tripped) {
        safely(() -> alerts.raise(AlertWords.tripped(tripped.trip())));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(BreakerRearmed rearmed) {
        safely(() -> over(rearmed.was(), rearmed.by(), rearmed.reason()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(BreakerEnded ended) {
        safely(() -> over(ended.was(), Trip.RULES, "its time is over"));
    }

    private void over(Trip was, String by, String why) {
        alerts.resolve(AlertWords.code(was.breaker()), AlertWords.subject(was), by, why);
    }

    /** Rules that did not come to their end (R2). */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(VerdictKept kept) {
        if (kept.verdict().reasons().contains(ReasonCode.RULES_FAILED)) {
            safely(() -> alerts.raise(AlertWords.stopped(kept.verdict())));
        }
    }

    /** Told on the thread of the brain: raising is a note in memory, others keep it. */
    @EventListener
    void on(RulesStopped stopped) {
        safely(() -> alerts.raise(AlertWords.stopped(stopped)));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ExitIncident incident) {
        safely(() -> alerts.raise(AlertWords.unprotected(incident)));
    }

    /** Breakers that were let go, or tripped, while nobody listened. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(68)
    void ready() {
        safely(() -> {
            List<Cause> holding = breakers.tripped(account, clock.millis()).stream().map(AlertWords::tripped).toList();
            Stream.concat(Stream.of(AlertCode.OTHER_BREAKER), Stream.of(Breaker.values()).map(AlertWords::code))
                    .distinct().forEach(code -> alerts.agree(code, holding.stream()
                            .filter(cause -> cause.code() == code).toList(), subject -> true, "it no longer holds"));
        });
    }

    private static void safely(Runnable raising) {
        try {
            raising.run();
        } catch (RuntimeException failed) {
            LOG.error("an alert could not be raised", failed);
        }
    }
}
