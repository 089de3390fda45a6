package org.portcullis.venue.adapter.route;

import java.nio.file.Path;
import java.time.Duration;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.order.OrderSeal;
import org.portcullis.risk.ModeView;
import org.portcullis.venue.Contract;
import org.portcullis.venue.Contracts;
import org.portcullis.venue.Gateway;
import org.portcullis.venue.adapter.store.JournalLedger;
import org.portcullis.venue.paper.PaperTerms;
import org.portcullis.venue.paper.PaperTwin;
import org.portcullis.venue.paper.PaperVenue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Wires the gateway and the paper venue behind it, each on a ledger of its own. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    /** The gateway looks for the kill file itself, so that it stops whatever becomes of desk and database. */
    private static final Duration KILL_LOOK = Duration.ofMillis(250);

    private final ObjectProvider<Gateway> gateway;
    private final Background background;

    GatewayConfiguration(ObjectProvider<Gateway> gateway, Background background) {
        this.gateway = gateway;
        this.background = background;
    }

    @Bean(destroyMethod = "close")
    @Qualifier("gatewayLog")
    JournalLedger gatewayLog(@Value("${portcullis.home}") Path home, WallTime time) {
        return JournalLedger.open(home.resolve("gateway"), "gateway", time);
    }

    @Bean(destroyMethod = "close")
    @Qualifier("paperLedger")
    JournalLedger paperLedger(@Value("${portcullis.home}") Path home, WallTime time) {
        return JournalLedger.open(home.resolve("paper-venue"), "paper", time);
    }

    @Bean
    PaperVenue paperVenue(@Qualifier("paperLedger") JournalLedger ledger, InstrumentCatalogue catalogue,
            PolicyBook policy) {
        return new PaperVenue(ledger, contracts(catalogue), () -> PaperTerms.of(policy.current()));
    }

    @Bean
    PaperTwin paperTwin(PaperVenue paper, InstrumentCatalogue catalogue, PolicyBook policy) {
        return new PaperTwin(paper, contracts(catalogue), () -> PaperTerms.of(policy.current()));
    }

    private static Contracts contracts(InstrumentCatalogue catalogue) {
        return instrument -> catalogue.find(instrument)
                .map(listed -> new Contract(listed.tickE8(), listed.lotE8(), listed.multiplierE8()));
    }

    @Bean
    Gateway venueGateway(PaperVenue paper, @Qualifier("gatewayLog") JournalLedger log, OrderSeal seal, MessageBus bus,
            @Value("${portcullis.home}") Path home, EventClock clock, ModeView modes) {
        return new Gateway(paper, log, seal, bus, home, clock, modes);
    }

    @Bean("gateway")
    GatewayRoute gatewayRoute(Gateway gateway, PaperVenue paper) {
        return new GatewayRoute(gateway, paper);
    }

    @Bean
    GatewayHistory gatewayHistory(Gateway gateway, PaperVenue paper) {
        return new GatewayHistory(gateway, paper);
    }

    /** Before routes bring commands, what a crash left open is settled. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(50)
    void start() {
        gateway.getObject().start();
        background.urgent(KILL_LOOK, "gateway-kill-watch", gateway.getObject()::watchKill);
    }
}
