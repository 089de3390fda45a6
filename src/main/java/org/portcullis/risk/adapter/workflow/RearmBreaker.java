package org.portcullis.risk.adapter.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.risk.breaker.BreakerRearms;
import org.portcullis.risk.breaker.RearmVariables;

/** Lets the breaker go, in the job's own transaction; a job that is repeated does it once. */
public final class RearmBreaker implements JavaDelegate {

    private final Supplier<BreakerRearms> rearms;

    /** @param rearms asked when a breaker is let go: it uses the engine that calls this */
    public RearmBreaker(Supplier<BreakerRearms> rearms) {
        this.rearms = rearms;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rearms.get().letGo(execution.getProcessBusinessKey(),
                (String) execution.getVariable(RearmVariables.REARMED_BY),
                (String) execution.getVariable(RearmVariables.REASON), Workflow.time().millis());
    }
}
