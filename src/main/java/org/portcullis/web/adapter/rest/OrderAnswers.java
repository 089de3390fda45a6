package org.portcullis.web.adapter.rest;

import java.util.Set;
import org.portcullis.engine.workflow.Person;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.Approvals;
import org.portcullis.web.PersonAnswers;

/** Carries a person's answer to the door of the order room. */
public final class OrderAnswers implements PersonAnswers {

    private final Approvals approvals;

    public OrderAnswers(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Outcome answer(ClientOrderId order, String by, Set<String> roles, boolean approve, String reason) {
        Person person = new Person(by, roles);
        Approvals.Outcome outcome = approve ? approvals.approve(order, person) : approvals.decline(order, person, reason);
        return switch (outcome) {
            case TAKEN -> new Outcome.Taken();
            case NOT_PERMITTED -> new Outcome.Refused("Only an approver may answer.");
            case LATE -> new Outcome.Refused("The time to answer is over; the order expires.");
            case NOT_WAITING -> new Outcome.Refused("The order does not wait any more: it was answered before or has ended.");
        };
    }
}
