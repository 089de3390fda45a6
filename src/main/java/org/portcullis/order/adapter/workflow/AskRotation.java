package org.portcullis.order.adapter.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.order.rotation.RotationVariables;
import org.portcullis.order.rotation.Rotations;

/**
 * Has rotation do its next thing, in the job's own transaction; a job that is repeated does it once. The count of
 * messages is kept with that transaction too, so each message has an id of its own.
 */
public final class AskRotation implements JavaDelegate {

    /** What a rotation is asked to do. */
    public enum Step { CLOSE, OPEN, GIVE_UP, COMPENSATE }

    private final Step step;
    private final Supplier<Rotations> rotations;

    /** @param rotations asked for when a workflow calls: they use the engine that calls this */
    public AskRotation(Step step, Supplier<Rotations> rotations) {
        this.step = step;
        this.rotations = rotations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String rotation = execution.getProcessBusinessKey();
        long atMs = Workflow.time().millis();
        int asked = (Integer) execution.getVariable(RotationVariables.ASKED) + 1;
        execution.setVariable(RotationVariables.ASKED, asked);
        switch (step) {
            case CLOSE -> rotations.get().close(rotation, asked, atMs);
            case OPEN -> {
                if (!rotations.get().open(rotation, asked, atMs)) {
                    throw new BpmnError(RotationVariables.ERROR_TOO_LATE);
                }
            }
            case GIVE_UP -> rotations.get().giveUp(rotation, atMs);
            case COMPENSATE -> rotations.get().compensate(rotation, atMs);
        }
    }
}
