package org.portcullis.operations.adapter;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portcullis.operations.alert.AlertCode;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.operations.alert.AlertsChanged;
import org.portcullis.portfolio.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Writes alerts behind those who raise them, looks at cases, which are rows as well, and tells the pages. The only
 * thread of the alerts that waits for the database.
 */
final class AlertKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AlertKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final AlertDesk alerts;
    private final Reconciliation reconciliation;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private boolean away;
    private boolean owing;

    AlertKeeper(AlertDesk alerts, Reconciliation reconciliation, ApplicationEventPublisher events) {
        this.alerts = alerts;
        this.reconciliation = reconciliation;
        this.events = events;
    }

    /** Keeps until it is stopped. */
    void run() {
        try {
            while (running.get()) {
                turn(alerts.awaitChange(LOOK));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #run}, and writes what is left. */
    void stop() {
        running.set(false);
        write();
    }

    /** @param changed whether alerts have changed since the last turn */
    void turn(boolean changed) {
        if (changed || owing) {
            write();
        }
        if (changed) {
            events.publishEvent(new AlertsChanged());
        }
        if (!away) {
            cases();
        }
    }

    private void write() {
        try {
            alerts.write();
            owing = false;
            if (away) {
                LOG.info("alerts are written again");
            }
            away = false;
        } catch (RuntimeException notWritten) {
            owing = true;
            if (!away) {
                LOG.error("alerts cannot be written and are held in memory until they can", notWritten);
            }
            away = true;
        }
    }

    private void cases() {
        try {
            alerts.agree(AlertCode.BOOKS_DIFFER, reconciliation.openCases().stream().map(AlertWords::differs).toList(),
                    subject -> true, "the case is settled");
        } catch (RuntimeException unknown) {
            LOG.warn("the cases could not be looked at", unknown);
        }
    }
}
