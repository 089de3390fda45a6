package org.portcullis.order.adapter;

import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.WallTime;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.order.OrderAudit;
import org.portcullis.order.adapter.workflow.AskRotation;
import org.portcullis.order.rotation.RotationBook;
import org.portcullis.order.rotation.RotationPorts;
import org.portcullis.order.rotation.Rotations;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DeskMarks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires rotation and the beans that {@code PositionExitProcess.bpmn} names. */
@Configuration(proxyBeanMethods = false)
class RotationConfiguration {

    @Bean
    Rotations rotations(RotationBook book, DecisionBook decisions, Workflow workflow, DeskMarks prices,
            OrderAudit audit, PolicyBook policies, MessageBus bus, WallTime time) {
        return new Rotations(new RotationPorts(book, decisions, workflow, prices, audit, policies, bus,
                time::micros));
    }

    @Bean
    AskRotation closeWeakest(ObjectProvider<Rotations> rotations) {
        return new AskRotation(AskRotation.Step.CLOSE, rotations::getObject);
    }

    @Bean
    AskRotation openStronger(ObjectProvider<Rotations> rotations) {
        return new AskRotation(AskRotation.Step.OPEN, rotations::getObject);
    }

    @Bean
    AskRotation giveUpRotation(ObjectProvider<Rotations> rotations) {
        return new AskRotation(AskRotation.Step.GIVE_UP, rotations::getObject);
    }

    @Bean
    AskRotation compensateRotation(ObjectProvider<Rotations> rotations) {
        return new AskRotation(AskRotation.Step.COMPENSATE, rotations::getObject);
    }
}
