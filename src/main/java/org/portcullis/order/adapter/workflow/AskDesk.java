package org.portcullis.order.adapter.workflow;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.OrderLifecycleVariables;
import org.portcullis.order.OrderStep;

/**
 * Puts one step on the desk's address. The step's id is made of the order, the element and the count of steps so far;
 * the count is kept with the job's own transaction, so a job that is repeated sends the same step again and the desk
 * takes it once.
 */
public final class AskDesk implements JavaDelegate {

    private static final String WORKFLOW = "workflow";

    private final OrderStep.Kind kind;
    private final String reason;
    private final MessageBus bus;

    /** @param reason why, in words, where nobody gives another one */
    public AskDesk(OrderStep.Kind kind, String reason, MessageBus bus) {
        this.kind = kind;
        this.reason = reason;
        this.bus = bus;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String order = execution.getProcessBusinessKey();
        int number = (Integer) execution.getVariable(OrderLifecycleVariables.STEPS_SENT) + 1;
        boolean persons = kind == OrderStep.Kind.SUBMIT || kind == OrderStep.Kind.DECLINE;
        String by = persons ? text(execution, OrderLifecycleVariables.APPROVED_BY, WORKFLOW) : WORKFLOW;
        String why = kind == OrderStep.Kind.DECLINE
                ? text(execution, OrderLifecycleVariables.DECLINE_REASON, reason) : reason;
        OrderStep step = OrderStep.asked(new ClientOrderId(order), execution.getCurrentActivityId(), number, kind, by,
                why, Workflow.time().millis());
        bus.send(Addresses.ORDER_STEP, step.stepId(), step);
        execution.setVariable(OrderLifecycleVariables.STEPS_SENT, number);
    }

    private static String text(DelegateExecution execution, String variable, String otherwise) {
        String text = Objects.toString(execution.getVariable(variable), "");
        return text.isBlank() ? otherwise : text;
    }
}
