package org.portcullis.order.adapter.workflow;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.order.Approvals;
import org.portcullis.order.OrderLifecycleVariables;

/**
 * Records who answered, whichever page they used, and lets only an approver answer in time: an administrator of the
 * workflow engine has every right on tasks but none to approve trades.
 */
public final class RecordApprover implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person == null || person.getGroupIds() == null || !person.getGroupIds().contains(Approvals.GROUP)) {
            throw new IllegalStateException("only an approver can answer for an order");
        }
        Instant due = Instant.parse((String) task.getVariable(OrderLifecycleVariables.APPROVAL_DUE));
        if (!Workflow.time().instant().isBefore(due)) {
            throw new IllegalStateException("the approval is late, it was due at " + due);
        }
        if (!(task.getVariable(OrderLifecycleVariables.APPROVED) instanceof Boolean)) {
            throw new IllegalStateException("the answer must be yes or no");
        }
        task.setVariable(OrderLifecycleVariables.APPROVED_BY, person.getUserId());
    }
}
