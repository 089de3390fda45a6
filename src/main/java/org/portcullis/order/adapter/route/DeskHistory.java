package org.portcullis.order.adapter.route;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.portcullis.market.HistoryTaker;
import org.portcullis.risk.DeskMarks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Shows the desk kept bars: its marks, ranges and tapes are warm before the first bar of a live feed, and its clock
 * stands where the market stopped (S3-17). Who only wants to know where prices are is told the newest bar of each
 * instrument, not the thousands before it.
 */
@Component
@Order(2)
final class DeskHistory implements HistoryTaker {

    private final Lane lane;
    private final DeskMarks marks;
    private final EventClock clock;
    private final WorkflowPump pump;
    private final ApplicationEventPublisher events;

    DeskHistory(Lane lane, DeskMarks marks, EventClock clock, WorkflowPump pump, ApplicationEventPublisher events) {
        this.lane = lane;
        this.marks = marks;
        this.clock = clock;
        this.pump = pump;
        this.events = events;
    }

    @Override
    public Hearing begin(String feed, int hands) {
        return new Marking();
    }

    private final class Marking implements Hearing {

        private final Map<InstrumentId, Bar> newest = new TreeMap<>();
        private final Set<InstrumentId> refused = new HashSet<>();

        /** One instrument at a time: the guards of the desk are asked by one thread. */
        @Override
        public synchronized void take(int hand, InstrumentId instrument, List<Bar> bars) {
            if (marks.onHistory(bars)) {
                refused.add(instrument);
            }
            newest.put(instrument, bars.get(bars.size() - 1));
        }

        @Override
        public synchronized void end() {
            long reachedMs = newest.values().stream().mapToLong(Bar::closeTimeMs).max().orElse(0);
            if (reachedMs > 0) {
                lane.run(() -> {
                    clock.reached(reachedMs);
                    pump.pump(clock.instant());
                });
                events.publishEvent(new BarsSeen(List.copyOf(newest.values()), refused));
            }
        }
    }
}
