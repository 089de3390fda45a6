package org.portcullis.venue.adapter.stream;

import java.time.Duration;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.venue.StreamsView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what tells the breakers of lost connections; while there is no live feed it sees none. */
@Configuration(proxyBeanMethods = false)
class FlapConfiguration {

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    FlapWatch flapWatch(StreamsView streams, IncidentWatch incidents, AccountId account, EventClock clock, Lane lane,
            Background background) {
        FlapWatch watch = new FlapWatch(streams, (venue, lossId, atMs) -> lane.run(() ->
                incidents.happened(account, Breaker.FLAPPING, Scope.venue(venue), lossId, atMs)), clock::millis);
        background.every(LOOK, "flap-watch", watch::look);
        return watch;
    }
}
