package org.portcullis.order.rotation;

import java.util.function.LongSupplier;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.order.OrderAudit;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.PriceView;

/**
 * Everything rotation works with.
 *
 * @param micros wall clock in microseconds since 1970, from when on latencies count
 */
public record RotationPorts(RotationBook book, DecisionBook decisions, Workflow workflow, PriceView prices,
        OrderAudit audit, PolicyBook policies, MessageBus bus, LongSupplier micros) {
}
