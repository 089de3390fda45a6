package org.portcullis.operations;

import java.time.Duration;
import org.portcullis.engine.route.RouteLibrary;
import org.portcullis.engine.time.Background;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last step of a start: once everything else stands, the routes begin to bring work. */
@Component
class StartUp {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final RouteLibrary routes;
    private final Background background;

    StartUp(RouteLibrary routes, Background background) {
        this.routes = routes;
        this.background = background;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(100)
    void begin() {
        routes.start();
        background.every(LOOK, "routes-watch", routes::refresh);
    }
}
