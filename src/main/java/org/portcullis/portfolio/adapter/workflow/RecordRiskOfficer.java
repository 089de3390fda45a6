package org.portcullis.portfolio.adapter.workflow;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.portcullis.portfolio.CaseAnswer;
import org.portcullis.portfolio.ReconcileVariables;

/** Records who answered, whichever page they used, and lets only a risk officer answer, with a reason. */
public final class RecordRiskOfficer implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person == null || person.getGroupIds() == null
                || !person.getGroupIds().contains(ReconcileVariables.GROUP)) {
            throw new IllegalStateException("only a risk officer can answer for a difference");
        }
        CaseAnswer.valueOf(Objects.toString(task.getVariable(ReconcileVariables.ANSWER), ""));
        if (Objects.toString(task.getVariable(ReconcileVariables.REASON), "").isBlank()) {
            throw new IllegalStateException("the answer needs a reason");
        }
        task.setVariable(ReconcileVariables.ANSWERED_BY, person.getUserId());
    }
}
