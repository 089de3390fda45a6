package org.portcullis.order;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.order.adapter.workflow.AskDesk;
import org.portcullis.order.adapter.workflow.AskRotation;
import org.portcullis.order.adapter.workflow.RecordApprover;
import org.portcullis.order.rotation.Rotations;
import org.portcullis.portfolio.adapter.workflow.ApplyCaseAnswer;
import org.portcullis.portfolio.adapter.workflow.RecordRiskOfficer;

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

    /** The beans of every workflow there is; no books are compared. */
    static Map<Object, Object> all(MessageBus bus, Supplier<Rotations> rotations) {
        Map<Object, Object> beans = delegates(rotations);
        beans.put("submitOrder", new AskDesk(OrderStep.Kind.SUBMIT, "judged", bus));
        beans.put("declineOrder", new AskDesk(OrderStep.Kind.DECLINE, "declined", bus));
        beans.put("expireOrder", new AskDesk(OrderStep.Kind.EXPIRE, "late", bus));
        beans.put("cancelStaleOrder", new AskDesk(OrderStep.Kind.CANCEL, "stale", bus));
        beans.put("recordApprover", new RecordApprover());
        beans.put("recordRiskOfficer", new RecordRiskOfficer());
        beans.put("applyCaseAnswer", new ApplyCaseAnswer(() -> {
            throw new IllegalStateException("no books are compared here");
        }));
        return beans;
    }

    /** The same where nothing rotates. */
    static Map<Object, Object> unused() {
        return delegates(() -> {
            throw new IllegalStateException("nothing rotates here");
        });
    }
}
