package org.portcullis.risk.adapter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditTrail;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.adapter.rules.RuleTripping;
import org.portcullis.risk.breaker.BreakerBook;
import org.portcullis.risk.breaker.BreakerRearmed;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.EquityMarked;
import org.portcullis.risk.breaker.EquityTape;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.FeeTape;
import org.portcullis.risk.breaker.FeesWatch;
import org.portcullis.risk.breaker.IncidentBook;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.LossRateWatch;
import org.portcullis.risk.breaker.PeakBook;
import org.portcullis.risk.breaker.ResultBook;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.ResultWatch;
import org.portcullis.risk.breaker.StopRequests;
import org.portcullis.risk.breaker.Trip;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the breakers: what they hear, and where it is written down. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    private static final Duration STOP_LOOK = Duration.ofMillis(250);

    @Bean
    Breakers breakers(BreakerBook book, RuleLibrary rules, PolicyBook policies, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        return new Breakers(book, new RuleTripping(() -> rules.base("risk")), policies, events,
                new TransactionTemplate(transactions));
    }

    /** Takes stops that were asked for by file, in the desk's lane, from before the first order on (B-R13). */
    @Bean
    StopRequests stopRequests(@Value("${portcullis.home}") Path home, Breakers breakers, AccountId account, Lane lane,
            EventClock clock, Background background) {
        StopRequests stops = StopRequests.inHome(home);
        background.every(STOP_LOOK, "stop-watch", () -> stops.take(asked -> lane.run(() -> breakers.tripByHand(account,
                asked.scope(), asked.rung(), asked.by(), asked.reason(), clock.millis()))));
        return stops;
    }

    @Bean
    ResultWatch resultWatch(ResultBook results, Breakers breakers, PolicyBook policies) {
        return new ResultWatch(results, breakers, policies);
    }

    @Bean
    LossRateWatch lossRateWatch(EquityTape tape, Breakers breakers, PolicyBook policies) {
        return new LossRateWatch(tape, breakers, policies);
    }

    @Bean
    FeesWatch feesWatch(FeeTape tape, Breakers breakers, PolicyBook policies) {
        return new FeesWatch(tape, breakers, policies);
    }

    @Bean
    EquityWatch equityWatch(PeakBook peaks, Breakers breakers, PolicyBook policies) {
        return new EquityWatch(peaks, breakers, policies);
    }

    @Bean
    IncidentWatch incidentWatch(IncidentBook incidents, Breakers breakers, PolicyBook policies,
            PlatformTransactionManager transactions) {
        return new IncidentWatch(incidents, breakers, policies, new TransactionTemplate(transactions));
    }

    /** Hears inside the transaction of the fill, so that no judgement comes between the fill and its breaker. */
    @Component
    static class Hearing {

        private final ResultWatch results;
        private final LossRateWatch rate;
        private final FeesWatch fees;

        Hearing(ResultWatch results, LossRateWatch rate, FeesWatch fees) {
            this.results = results;
            this.rate = rate;
            this.fees = fees;
        }

        @EventListener
        void booked(ResultBooked booked) {
            results.booked(booked);
            fees.booked(booked);
        }

        @EventListener
        void marked(EquityMarked marked) {
            rate.marked(marked);
        }
    }

    /** Writes trips and re-armings into the audit trail. */
    @Component
    static class Auditing {

        private final AuditTrail trail;
        private final RuleLibrary rules;
        private final PolicyBook policies;

        Auditing(AuditTrail trail, RuleLibrary rules, PolicyBook policies) {
            this.trail = trail;
            this.rules = rules;
            this.policies = policies;
        }

        @EventListener
        void tripped(BreakerTripped event) {
            Trip trip = event.trip();
            append(trip.atMs(), trip.by(), "BREAKER_TRIPPED", trip, trip.reason());
        }

        @EventListener
        void rearmed(BreakerRearmed event) {
            append(event.atMs(), event.by(), "BREAKER_REARMED", event.was(), event.reason());
        }

        private void append(long atMs, String by, String action, Trip trip, String reason) {
            trail.append(new AuditEntry("breakers", Instant.ofEpochMilli(atMs), by, action, trip.breaker().code(),
                    Map.of("scope", trip.scope().toString(), "rung", trip.rung().name(), "reason", reason,
                            "actual_e8", trip.reading().actualE8(), "limit_e8", trip.reading().limitE8(),
                            "unit", trip.reading().unit()),
                    rules.version(), policies.current().hash()));
        }
    }
}
