package org.portcullis.operations.adapter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.AuditTrail;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseDesk;
import org.portcullis.operations.adapter.store.JdbcAlerts;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertLimits;
import org.portcullis.portfolio.Reconciliation;
import org.portcullis.risk.KillSwitch;
import org.portcullis.signal.SourcesView;
import org.portcullis.strategy.UniverseView;
import org.portcullis.venue.StreamsView;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the alerts. */
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    @Bean
    AlertDesk alertDesk(JdbcClient jdbc, AuditTrail trail, PlatformTransactionManager transactions,
            PolicyBook policies, WallTime wall) {
        return new AlertDesk(new JdbcAlerts(jdbc, trail, new TransactionTemplate(transactions), policies),
                () -> AlertLimits.from(policies.current()), wall);
    }

    @Bean
    AlertFigures alertFigures(AlertDesk alerts) {
        return new AlertFigures(alerts);
    }

    @Bean(destroyMethod = "stop")
    AlertRounds alertRounds(AlertDesk alerts, KillSwitch kill, SourcesView sources, StreamsView streams,
            UniverseDesk universe, UniverseView asked, PolicyBook policies, EventClock market, WallTime wall) {
        Supplier<@Nullable Universe> present = () -> asked == UniverseView.EVERYTHING ? null : universe.present();
        AlertRounds rounds = new AlertRounds(alerts, new AlertRounds.Parts(kill, sources, streams, present,
                () -> AlertLimits.from(policies.current()), market, wall));
        kill.onChange(rounds::kill);
        return rounds;
    }

    @Bean(destroyMethod = "stop")
    AlertKeeper alertKeeper(AlertDesk alerts, Reconciliation reconciliation, ApplicationEventPublisher events) {
        return new AlertKeeper(alerts, reconciliation, events);
    }

    /** Begins before orders that a stop left open are settled, so that nothing of it is missed. */
    @Component
    static class Beginning {

        private final Background background;
        private final AlertRounds rounds;
        private final AlertKeeper keeper;

        Beginning(Background background, AlertRounds rounds, AlertKeeper keeper) {
            this.background = background;
            this.rounds = rounds;
            this.keeper = keeper;
        }

        @EventListener(ApplicationReadyEvent.class)
        @Order(40)
        void begin() {
            background.run("alert-rounds", rounds::run);
            background.run("alert-keeper", keeper::run);
        }
    }
}
