package org.portcullis.order.adapter.route;

import java.util.HashSet;
import java.util.Set;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.WallTime;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarsSeen;
import org.portcullis.market.FundingSeen;
import org.portcullis.market.MarketFrame;
import org.portcullis.engine.time.Lane;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderStep;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.exit.ExitWatch;
import org.portcullis.strategy.JudgedBars;
import org.portcullis.strategy.JudgedCounts;
import org.portcullis.strategy.StrategyProposed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The desk's end of its addresses. After each message, workflow jobs that became due run in the same thread, so that in
 * a lock-step replay a message has ended only when everything that it caused is on its way.
 */
@Component("desk")
public class DeskRoute {

    private final Lane lane;
    private final OrderDesk desk;
    private final DeskMarks marks;
    private final ExitWatch exits;
    private final MessageBus bus;
    private final JudgedCounts judged;
    private final EventClock clock;
    private final WorkflowPump pump;
    private final WallTime time;
    private final StageTimes stages;
    private final ApplicationEventPublisher events;

    public DeskRoute(Lane lane, OrderDesk desk, DeskMarks marks, ExitWatch exits, MessageBus bus, JudgedCounts judged,
            EventClock clock, WorkflowPump pump, WallTime time, StageTimes stages, ApplicationEventPublisher events) {
        this.lane = lane;
        this.desk = desk;
        this.marks = marks;
        this.exits = exits;
        this.bus = bus;
        this.judged = judged;
        this.clock = clock;
        this.pump = pump;
        this.time = time;
        this.stages = stages;
        this.events = events;
    }

    /** A market frame: marks and time move, timers that became due run, and exits that are due are proposed. */
    public void onFrame(String body) {
        MarketFrame frame = Json.read(body, MarketFrame.class);
        if (!frame.bars().isEmpty()) {
            Set<InstrumentId> refused = new HashSet<>();
            lane.run(() -> {
                refused.addAll(marks.onFrame(frame));
                clock.reached(frame.closeTimeMs());
                pump.pump(clock.instant());
                exits.onFrame(frame).forEach(exit -> bus.send(Addresses.STRATEGY_PROPOSED, exit.proposalId(),
                        new StrategyProposed(exit, time.micros())));
            });
            if (!frame.funding().isEmpty()) {
                events.publishEvent(new FundingSeen(frame.funding()));
            }
            events.publishEvent(new BarsSeen(frame.bars(), refused));
        }
    }

    /** A proposal of a strategy. */
    public void onProposed(String body) {
        StrategyProposed proposed = Json.read(body, StrategyProposed.class);
        lane.run(() -> {
            // one that a killed process left may come before the first bar; it proves how late it is
            clock.reached(proposed.proposal().decidedAtMs());
            desk.onProposal(proposed.proposal(), time.micros() - proposed.receivedMicros());
            stages.record("verdict", time.micros() - proposed.receivedMicros());
            pump.pump(clock.instant());
        });
    }

    /** A step that a workflow, a person or the kill switch asks for. */
    public void onStep(String body) {
        OrderStep step = Json.read(body, OrderStep.class);
        lane.run(() -> {
            desk.onStep(step);
            pump.pump(clock.instant());
        });
    }

    /** What the gateway or a venue said. */
    public void onReport(String body) {
        OrderReport report = Json.read(body, OrderReport.class);
        lane.run(() -> {
            desk.onReport(report);
            pump.pump(clock.instant());
        });
    }

    /** What the brain judged. */
    public void onJudged(String body) {
        judged.count(Json.read(body, JudgedBars.class));
    }
}
