package org.portcullis.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.TaskRefused;
import org.portcullis.engine.workflow.WaitingTask;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.ClientOrderId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The door for people who answer for orders. The answer completes the workflow's task with the rights of the person;
 * the desk acts on it afterwards and judges the order again before it leaves.
 */
public final class Approvals {

    /** The one group that may answer; administrators are not in it. */
    public static final String GROUP = "approver";

    private static final int WAITING_MAX = 500;

    private final Workflow workflow;
    private final KeptOrders store;
    private final OrderAudit audit;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    /** @param clock event time in a replay, else the wall clock */
    public Approvals(Workflow workflow, KeptOrders store, OrderAudit audit, InstantSource clock,
            TransactionOperations transactions) {
        this.workflow = workflow;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** An order that waits for a person, with the moment until which it waits. */
    public record WaitingApproval(Order order, Instant since, Instant until) {
    }

    /** What became of an answer. */
    public enum Outcome {
        /** It counts. */
        TAKEN,
        /** The person is no approver. */
        NOT_PERMITTED,
        /** The time to answer is over. */
        LATE,
        /** Nobody waits for an answer: given before, or the order has ended. */
        NOT_WAITING
    }

    /** Orders that wait, oldest first. */
    public List<WaitingApproval> waiting() {
        return workflow.waitingTasks(OrderLifecycleVariables.TASK_APPROVE, WAITING_MAX).stream()
                .flatMap(task -> store.find(new ClientOrderId(task.businessKey())).stream()
                        .filter(order -> !order.state().terminal())
                        .map(order -> new WaitingApproval(order, task.createdAt(), until(order))))
                .toList();
    }

    /** The person agrees to the order. */
    public Outcome approve(ClientOrderId order, Person person) {
        return answer(order, person, true, "");
    }

    /** The person refuses the order; the reason goes into the audit trail. */
    public Outcome decline(ClientOrderId order, Person person, String reason) {
        return answer(order, person, false, reason.strip());
    }

    private Outcome answer(ClientOrderId id, Person person, boolean approved, String reason) {
        if (!person.groups().contains(GROUP)) {
            refused(id, person, Outcome.NOT_PERMITTED);
            return Outcome.NOT_PERMITTED;
        }
        Optional<Order> order = store.find(id);
        Optional<WaitingTask> task = workflow.waitingTask(OrderLifecycleVariables.TASK_APPROVE, id.value());
        if (order.isEmpty() || task.isEmpty() || order.get().state().terminal()) {
            return Outcome.NOT_WAITING;
        }
        if (!clock.instant().isBefore(until(order.get()))) {
            refused(id, person, Outcome.LATE);
            return Outcome.LATE;
        }
        try {
            transactions.executeWithoutResult(status -> complete(id, task.get(), person, approved, reason));
            return Outcome.TAKEN;
        } catch (TaskRefused refusal) {
            boolean forbidden = refusal.why() == TaskRefused.Why.NOT_PERMITTED;
            Outcome outcome = forbidden ? Outcome.NOT_PERMITTED : Outcome.NOT_WAITING;
            refused(id, person, outcome);
            return outcome;
        }
    }

    private void complete(ClientOrderId id, WaitingTask task, Person person, boolean approved, String reason) {
        Map<String, Object> answers = new HashMap<>();
        answers.put(OrderLifecycleVariables.APPROVED, approved);
        answers.put(OrderLifecycleVariables.DECLINE_REASON, reason);
        workflow.complete(task.taskId(), person, answers);
        audit.append(approved ? "APPROVAL_GIVEN" : "APPROVAL_DECLINED", id.value(), person.name(), reason,
                clock.millis());
    }

    private void refused(ClientOrderId id, Person person, Outcome outcome) {
        transactions.executeWithoutResult(status ->
                audit.append("APPROVAL_REFUSED", id.value(), person.name(), outcome.name(), clock.millis()));
    }

    private static Instant until(Order order) {
        Long expires = order.approvalExpiresAtMs();
        return expires == null ? Instant.EPOCH : Instant.ofEpochMilli(expires);
    }
}
