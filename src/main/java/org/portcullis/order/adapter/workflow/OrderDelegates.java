package org.portcullis.order.adapter.workflow;

import org.portcullis.engine.route.MessageBus;
import org.portcullis.order.OrderStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans that {@code OrderLifecycleProcess.bpmn} names. */
@Configuration(proxyBeanMethods = false)
public class OrderDelegates {

    @Bean
    AskDesk submitOrder(MessageBus bus) {
        return new AskDesk(OrderStep.Kind.SUBMIT, "judged", bus);
    }

    @Bean
    AskDesk declineOrder(MessageBus bus) {
        return new AskDesk(OrderStep.Kind.DECLINE, "declined", bus);
    }

    @Bean
    AskDesk expireOrder(MessageBus bus) {
        return new AskDesk(OrderStep.Kind.EXPIRE, "the approval did not come in time", bus);
    }

    @Bean
    AskDesk cancelStaleOrder(MessageBus bus) {
        return new AskDesk(OrderStep.Kind.CANCEL, "stale", bus);
    }

    @Bean
    RecordApprover recordApprover() {
        return new RecordApprover();
    }
}
