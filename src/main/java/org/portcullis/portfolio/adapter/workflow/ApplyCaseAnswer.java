package org.portcullis.portfolio.adapter.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.portfolio.CaseAnswer;
import org.portcullis.portfolio.ReconcileVariables;
import org.portcullis.portfolio.Reconciliation;

/** Does what was decided about a difference, in the job's own transaction; a job that is repeated does it once. */
public final class ApplyCaseAnswer implements JavaDelegate {

    private final Supplier<Reconciliation> reconciliation;

    /** @param reconciliation asked for when a case is settled: it uses the engine that calls this */
    public ApplyCaseAnswer(Supplier<Reconciliation> reconciliation) {
        this.reconciliation = reconciliation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reconciliation.get().settle(execution.getProcessBusinessKey(),
                CaseAnswer.valueOf((String) execution.getVariable(ReconcileVariables.ANSWER)),
                (String) execution.getVariable(ReconcileVariables.ANSWERED_BY),
                (String) execution.getVariable(ReconcileVariables.REASON), Workflow.time().millis());
    }
}
