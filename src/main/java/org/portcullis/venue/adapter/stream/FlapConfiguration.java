package org.portcullis.venue.adapter.stream;

import java.time.Duration;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.OrderDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.venue.StreamsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells the breakers of lost connections; while there is no live feed it sees none. */
@Configuration(proxyBeanMethods = false)
class FlapConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(FlapConfiguration.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    FlapWatch flapWatch(StreamsView streams, IncidentWatch incidents, AccountId account, EventClock clock, Lane lane,
            Background background) {
        FlapWatch watch = new FlapWatch(streams, (venue, lossId, atMs) -> lane.run(() ->
                incidents.happened(account, Breaker.FLAPPING, Scope.venue(venue), lossId, atMs)), clock::millis);
        background.every(LOOK, "flap-watch", watch::look);
        return watch;
    }

    /** Cancels entries at a venue whose stream was lost, in the desk's lane (B-R14). */
    @Bean
    DisconnectWatch disconnectWatch(StreamsView streams, OrderDesk desk, TermsView terms, AccountId account,
            EventClock clock, Lane lane, Background background) {
        DisconnectWatch watch = new DisconnectWatch(streams, (venue, lossId, atMs) -> lane.run(() -> {
            int asked = desk.disconnected(account, venue, lossId,
                    id -> terms.find(id).map(TradingTerms::venue).orElse(""), atMs);
            LOG.warn("the stream of {} was lost: cancellation of {} entries asked for", venue, asked);
        }), clock::millis);
        background.every(LOOK, "disconnect-watch", watch::look);
        return watch;
    }
}
