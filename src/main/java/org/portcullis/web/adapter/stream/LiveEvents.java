package org.portcullis.web.adapter.stream;

import org.portcullis.market.BarsSeen;
import org.portcullis.operations.alert.AlertsChanged;
import org.portcullis.order.OrderChanged;
import org.portcullis.portfolio.FillBooked;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.breaker.BreakerEnded;
import org.portcullis.risk.breaker.BreakerRearmed;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.web.LiveBars;
import org.portcullis.web.Section;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionDestroyedEvent;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what happens in the other rooms, after it was kept, and notes which parts of the live page show it. */
public final class LiveEvents {

    private final LiveStream stream;
    private final LiveBars bars;

    public LiveEvents(LiveStream stream, LiveBars bars) {
        this.stream = stream;
        this.bars = bars;
    }

    @EventListener
    public void on(BarsSeen frame) {
        bars.seen(frame.believed());
        stream.changed(Section.GLANCE, Section.POSITIONS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(DecisionRecorded decision) {
        stream.changed(Section.DECISIONS, Section.GLANCE, Section.APPROVALS, Section.MARKERS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(OrderChanged order) {
        stream.changed(Section.POSITIONS, Section.APPROVALS, Section.GLANCE, Section.MARKERS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(FillBooked fill) {
        stream.changed(Section.POSITIONS, Section.GLANCE, Section.MARKERS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(BreakerTripped trip) {
        stream.changed(Section.BREAKERS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(BreakerRearmed armed) {
        stream.changed(Section.BREAKERS);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(BreakerEnded trip) {
        stream.changed(Section.BREAKERS);
    }

    /** Told by the alerts' own thread, whatever became of writing them. */
    @EventListener
    public void on(AlertsChanged changed) {
        stream.changed(Section.ALERTS);
    }

    @EventListener
    public void on(SessionDestroyedEvent ended) {
        stream.endSession(ended.getId());
    }

    /** A live connection never ends by itself; without this a stop would wait for it. */
    @EventListener
    public void on(ContextClosedEvent closing) {
        stream.endAll();
    }
}
