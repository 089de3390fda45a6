package org.portcullis.operations;

import java.time.Duration;
import org.portcullis.engine.route.RouteLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.market.Bar;
import org.portcullis.market.FeedPositions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * First and last step of a start. Before messages of an earlier life come in, time goes on where they were judged; once
 * everything else stands, the routes begin to bring work.
 */
@Component
class StartUp {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final RouteLibrary routes;
    private final Background background;
    private final EventClock clock;
    private final FeedPositions positions;

    StartUp(RouteLibrary routes, Background background, EventClock clock, FeedPositions positions) {
        this.routes = routes;
        this.background = background;
        this.clock = clock;
        this.positions = positions;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void resumeTime() {
        positions.newestJudged().ifPresent(openTimeMs -> clock.reached(openTimeMs + Bar.INTERVAL_MS));
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void begin() {
        routes.start();
        background.every(LOOK, "routes-watch", routes::refresh);
    }
}
