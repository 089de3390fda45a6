package org.portcullis.web.adapter.door;

import java.util.Set;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.WorkflowPump;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.Approvals;
import org.portcullis.engine.time.Lane;
import org.portcullis.web.PersonAnswers;
import org.springframework.stereotype.Component;

/** A person's answer completes the workflow's task, and what follows from it starts at once. */
@Component
class ApprovalDoor implements PersonAnswers {

    private final Lane lane;
    private final Approvals approvals;
    private final WorkflowPump pump;
    private final EventClock clock;

    ApprovalDoor(Lane lane, Approvals approvals, WorkflowPump pump, EventClock clock) {
        this.lane = lane;
        this.approvals = approvals;
        this.pump = pump;
        this.clock = clock;
    }

    @Override
    public Outcome answer(ClientOrderId order, String by, Set<String> roles, boolean approve, String reason) {
        Person person = new Person(by, roles);
        Approvals.Outcome outcome = lane.call(() -> {
            Approvals.Outcome taken = approve ? approvals.approve(order, person)
                    : approvals.decline(order, person, reason);
            pump.pump(clock.instant());
            return taken;
        });
        return switch (outcome) {
            case TAKEN -> new Outcome.Taken();
            case NOT_PERMITTED -> new Outcome.Refused("Only approvers may answer, each in their own name.");
            case LATE -> new Outcome.Refused("The time to answer is over; the order expires.");
            case NOT_WAITING -> new Outcome.Refused("Nobody waits for this answer any more.");
        };
    }
}
