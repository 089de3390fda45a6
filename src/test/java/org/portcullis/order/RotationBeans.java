package org.portcullis.order;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.portcullis.order.adapter.workflow.AskRotation;
import org.portcullis.order.rotation.Rotations;

/** The beans that {@code PositionExitProcess.bpmn} names. */
final class RotationBeans {

    private RotationBeans() {
    }

    /** What {@code PositionExitProcess} calls. */
    static Map<Object, Object> delegates(Supplier<Rotations> rotations) {
        return new HashMap<>(Map.of("closeWeakest", new AskRotation(AskRotation.Step.CLOSE, rotations),
                "openStronger", new AskRotation(AskRotation.Step.OPEN, rotations),
                "giveUpRotation", new AskRotation(AskRotation.Step.GIVE_UP, rotations),
                "compensateRotation", new AskRotation(AskRotation.Step.COMPENSATE, rotations)));
    }

    /** The same where nothing rotates. */
    static Map<Object, Object> unused() {
        return delegates(() -> {
            throw new IllegalStateException("nothing rotates here");
        });
    }
}
