package org.portcullis.order.adapter.store;

import java.util.Objects;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.workflow.WorkflowPump;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sets the event clock of a replay that goes on after a restart to the last moment that was kept (S2-ST2). What a
 * killed process left in the queues arrives before the first bar; by the wall clock it would be dated years late, every
 * timer of every workflow would run out, and no bar could fill an order that was placed then.
 */
@Component
class LastMoment {

    private static final String NEWEST = "SELECT (extract(epoch FROM greatest("
            + "(SELECT max(decided_at) FROM risk.decisions_log), (SELECT max(updated_at) FROM orders.orders),"
            + " (SELECT to_timestamp((max(bar_open_time_ms) + 60000) / 1000.0) FROM strategy.watermarks)))"
            + " * 1000)::bigint";

    private final JdbcClient jdbc;
    private final EventClock clock;
    private final WorkflowPump pump;

    LastMoment(JdbcClient jdbc, EventClock clock, WorkflowPump pump) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pump = pump;
    }

    /** Before the gateway settles what a crash left open, and before routes bring anything. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(30)
    void goOn() {
        if (!clock.replay()) {
            return;
        }
        jdbc.sql(NEWEST).query((row, number) -> {
            long newestMs = row.getLong(1);
            return row.wasNull() ? null : (Long) newestMs;
        }).list().stream().filter(Objects::nonNull).findFirst().ifPresent(newestMs -> {
            clock.reached(newestMs);
            pump.pump(clock.instant());
        });
    }
}
