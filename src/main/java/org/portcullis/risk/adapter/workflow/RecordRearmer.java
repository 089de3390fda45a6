package org.portcullis.risk.adapter.workflow;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.portcullis.engine.workflow.Person;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.risk.breaker.BreakerRearms;
import org.portcullis.risk.breaker.RearmVariables;

/**
 * Records who lets a breaker go, whichever page they use: only a risk officer, with a reason, and never the person who
 * tripped it (S4-M10).
 */
public final class RecordRearmer implements TaskListener {

    private final Supplier<BreakerRearms> rearms;

    /** @param rearms asked when a task is answered: it uses the engine that calls this */
    public RecordRearmer(Supplier<BreakerRearms> rearms) {
        this.rearms = rearms;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication signedIn = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (signedIn == null || signedIn.getGroupIds() == null) {
            throw new IllegalStateException("only a risk officer re-arms a breaker");
        }
        Person person = new Person(signedIn.getUserId(), Set.copyOf(signedIn.getGroupIds()));
        rearms.get().refusal(task.getExecution().getProcessBusinessKey(), person, Workflow.time().millis())
                .ifPresent(why -> {
                    throw new IllegalStateException(why);
                });
        if (Objects.toString(task.getVariable(RearmVariables.REASON), "").isBlank()) {
            throw new IllegalStateException("re-arming needs a reason");
        }
        task.setVariable(RearmVariables.REARMED_BY, person.name());
    }
}
