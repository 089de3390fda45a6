package org.portcullis.order.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.workflow.Processes;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.OrderLifecycleVariables;
import org.portcullis.order.OrderStep;
import org.portcullis.order.OrderStep.Kind;

/**
 * What {@code OrderLifecycleProcess.bpmn} does, step for step and in event time, without its engine: asks the desk to
 * submit, waits for a person where one is asked, cancels what grows stale, and ends with the order.
 */
public final class LifecycleInMemory implements Processes {

    /** Who answers where a person is asked. */
    public enum Approvals {
        /** Somebody agrees at once; the desk judges again before the order leaves. */
        GRANTED,
        /** Nobody answers, so the order expires. */
        NOBODY
    }

    private static final String WORKFLOW = "workflow";
    /** Who agrees where approvals are granted. */
    private static final String APPROVER = "backtest";
    private static final String SUBMIT = "Task_SubmitOrder";
    private static final String EXPIRE = "Task_ExpireOrder";
    private static final String CANCEL = "Task_CancelStaleOrder";
    private static final long AT_ONCE = Long.MIN_VALUE;

    private record Job(long dueMs, String order, String element) {
        static final Comparator<Job> ORDER = Comparator.comparingLong(Job::dueMs).thenComparing(Job::order)
                .thenComparing(Job::element);
    }

    /** One order that has not ended. */
    private static final class Alive {
        private final boolean asked;
        private final long staleMs;
        private int steps;

        Alive(boolean asked, long staleMs) {
            this.asked = asked;
            this.staleMs = staleMs;
        }
    }

    private final MessageBus bus;
    private final Approvals approvals;
    private final Map<String, Alive> alive = new HashMap<>();
    private final PriorityQueue<Job> jobs = new PriorityQueue<>(Job.ORDER);
    private long clockMs = Long.MIN_VALUE;

    /** @param bus takes the steps that are asked for */
    public LifecycleInMemory(MessageBus bus, Approvals approvals) {
        this.bus = bus;
        this.approvals = approvals;
    }

    @Override
    public void start(String processId, String businessKey, Map<String, Object> variables) {
        if (!processId.equals(OrderLifecycleVariables.PROCESS)) {
            throw new IllegalStateException(processId + " does not run in memory");
        }
        boolean asked = Boolean.TRUE.equals(variables.get(OrderLifecycleVariables.PERSON_ASKED));
        String stale = String.valueOf(variables.get(OrderLifecycleVariables.STALE_AFTER));
        alive.put(businessKey, new Alive(asked, Duration.parse(stale).toMillis()));
        boolean waits = asked && approvals == Approvals.NOBODY;
        jobs.add(waits ? new Job(Instant.parse(String.valueOf(variables.get(OrderLifecycleVariables.APPROVAL_DUE)))
                .toEpochMilli(), businessKey, EXPIRE) : new Job(AT_ONCE, businessKey, SUBMIT));
    }

    @Override
    public boolean tell(String message, String businessKey, Map<String, Object> variables) {
        return message.equals(OrderLifecycleVariables.MSG_ORDER_ENDED) && alive.remove(businessKey) != null;
    }

    /** Moves time and asks for everything that is due; an earlier time than before leaves the clock where it is. */
    public void pump(long nowMs) {
        clockMs = Math.max(clockMs, nowMs);
        List<Job> due = new ArrayList<>();
        while (!jobs.isEmpty() && jobs.peek().dueMs() <= clockMs) {
            while (!jobs.isEmpty() && jobs.peek().dueMs() <= clockMs) {
                due.add(jobs.poll());
            }
            due.forEach(this::run);
            due.clear();
        }
    }

    private void run(Job job) {
        Alive order = alive.get(job.order());
        if (order == null) {
            return; // it has ended
        }
        switch (job.element()) {
            case SUBMIT -> ask(job, order, Kind.SUBMIT, order.asked ? APPROVER : WORKFLOW, "judged");
            case EXPIRE -> ask(job, order, Kind.EXPIRE, WORKFLOW, "the approval did not come in time");
            default -> ask(job, order, Kind.CANCEL, WORKFLOW, "stale");
        }
        jobs.add(new Job(clockMs + order.staleMs, job.order(), CANCEL));
    }

    private void ask(Job job, Alive order, Kind kind, String by, String reason) {
        order.steps++;
        OrderStep step = OrderStep.asked(new ClientOrderId(job.order()), job.element(), order.steps, kind, by, reason,
                clockMs);
        bus.send(Addresses.ORDER_STEP, step.stepId(), step);
    }
}
