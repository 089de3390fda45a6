package org.portcullis.risk.adapter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditTrail;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.adapter.market.CatalogueSessions;
import org.portcullis.risk.adapter.rules.RuleExits;
import org.portcullis.risk.adapter.store.StrategyExitFiles;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.exit.ExitIncident;
import org.portcullis.risk.exit.ExitPorts;
import org.portcullis.risk.exit.ExitWatch;
import org.portcullis.risk.exit.PositionFilled;
import org.portcullis.risk.exit.ProtectionBook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the exits: what the watch hears, and where its incidents are written down. */
@Configuration(proxyBeanMethods = false)
class ExitConfiguration {

    /** Edits are looked for as often as those of the strategies' parameters. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** A change is written down with both sides and the hash of what is in force from now on. */
    @Bean
    StrategyExitFiles strategyExits(@Value("${portcullis.rules-path}") Path rules, PolicyBook policies,
            AuditTrail trail, RuleLibrary library, EventClock clock, Background background,
            PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        StrategyExitFiles files = new StrategyExitFiles(rules, policies, (strategy, before, now, hash) ->
                own.executeWithoutResult(status -> trail.append(new AuditEntry("exits", clock.instant(), "rules",
                        "EXIT_LIMITS_CHANGED", strategy, Map.of("before", before.values().toString(), "now",
                        now.values().toString(), "limits", hash), library.version(), policies.current().hash()))));
        background.every(LOOK, "exit-limits-watch", files::refresh);
        return files;
    }

    @Bean
    ExitWatch exitWatch(AccountView accounts, PendingView pending, DeskMarks marks, TermsView terms,
            InstrumentCatalogue catalogue, CalendarBook calendars, ProtectionBook book, RuleLibrary rules,
            PolicyBook policies, StrategyExitFiles strategies, ApplicationEventPublisher events,
            PlatformTransactionManager transactions, AccountId account) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return new ExitWatch(new ExitPorts(accounts, pending, marks, marks, terms,
                new CatalogueSessions(catalogue, calendars), book,
                new RuleExits(() -> rules.base("risk")), policies, strategies, events, own), account);
    }

    /** Hears of fills inside their transaction, and looks at what is held once it is over. */
    @Component
    static class Listening {

        private final ExitWatch watch;
        private final EventClock clock;

        Listening(ExitWatch watch, EventClock clock) {
            this.watch = watch;
            this.clock = clock;
        }

        @EventListener
        void filled(PositionFilled filled) {
            watch.filled(filled);
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
        void booked(ResultBooked booked) {
            watch.changed(booked.atMs());
        }

        /** What a restart finds unprotected is an incident before the first bar comes. */
        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            watch.changed(clock.millis());
        }
    }

    /** Writes incidents into the audit trail; each counts as a failure of our own. */
    @Component
    static class Telling {

        private final AuditTrail trail;
        private final RuleLibrary rules;
        private final PolicyBook policies;
        private final IncidentWatch incidents;

        Telling(AuditTrail trail, RuleLibrary rules, PolicyBook policies, IncidentWatch incidents) {
            this.trail = trail;
            this.rules = rules;
            this.policies = policies;
            this.incidents = incidents;
        }

        @EventListener
        void happened(ExitIncident incident) {
            trail.append(new AuditEntry("exits", Instant.ofEpochMilli(incident.atMs()), "exits",
                    incident.kind().name(), incident.instrument().value(), Map.of("strategy", incident.strategy(),
                            "text", incident.text()), rules.version(), policies.current().hash()));
            incidents.happened(incident.account(), Breaker.EXCEPTIONS, Scope.GLOBAL, incident.incidentId(),
                    incident.atMs());
        }
    }
}
