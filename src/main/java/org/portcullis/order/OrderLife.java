package org.portcullis.order;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.domain.OrderMachine;
import org.portcullis.risk.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps changes of orders in one way: row, reason, audit entry, event, and at the end a word to the workflow. */
final class OrderLife {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLife.class);

    private final OrderPorts ports;
    private final OrderAudit audit;

    OrderLife(OrderPorts ports) {
        this.ports = ports;
        this.audit = ports.audit();
    }

    /** Where the room's entries go. */
    OrderAudit audit() {
        return audit;
    }

    /** What a change brings beside the new state; nothing where it brings nothing new. */
    record Brought(Quantity filled, Money notional, Money fee, @Nullable String reason, @Nullable String approvedBy,
            @Nullable String venueOrderId) {

        static final Brought NOTHING = new Brought(Quantity.ZERO, Money.ZERO, Money.ZERO, null, null, null);

        static Brought reason(String reason) {
            return new Brought(Quantity.ZERO, Money.ZERO, Money.ZERO, reason, null, null);
        }

        static Brought approval(String by) {
            return new Brought(Quantity.ZERO, Money.ZERO, Money.ZERO, null, by, null);
        }
    }

    /** Keeps a new order. */
    void begin(Order order) {
        ports.store().insert(order);
        ports.store().transition(order, null, "decision " + order.decisionId(), "desk");
        tell("ORDER_CREATED", order, "desk", order.side() + " " + order.quantity() + " " + order.instrument());
    }

    /**
     * Keeps a change.
     *
     * @param cause what brought it, in words
     * @param actor who brought it
     */
    Order change(Order before, OrderState to, Brought brought, String cause, String actor, long atMs) {
        Invariant.hold(before.state() == to || OrderMachine.permits(before.state(), to),
                () -> to + " cannot follow " + before.state() + " of " + before.clientOrderId());
        Order after = changed(before, to, brought, cause, actor, atMs);
        if (to.terminal() && !before.state().terminal()) {
            end(after);
        }
        return after;
    }

    /** Keeps an order that would have left in another mode: it begins and ends at once, without a workflow. */
    void unsent(Order order) {
        begin(order);
        changed(order, OrderState.CANCELED, Brought.reason(Mode.NOT_SENT), Mode.NOT_SENT, "desk",
                order.createdAtMs());
    }

    private Order changed(Order before, OrderState to, Brought brought, String cause, String actor, long atMs) {
        boolean ends = to.terminal() && !before.state().terminal();
        Order after = new Order(before.clientOrderId(), before.decisionId(), before.proposalId(), before.account(),
                before.instrument(), before.strategy(), before.rule(), before.intent(), before.side(), before.type(),
                before.quantity(), before.limitPrice(), before.referencePrice(), before.stopPrice(),
                before.targetPrice(), before.filled().plus(brought.filled()),
                before.filledNotional().plus(brought.notional()), before.fees().plus(brought.fee()), to,
                first(brought.reason(), before.reason()), before.askPerson(), before.askReasons(),
                first(brought.approvedBy(), before.approvedBy()), first(brought.venueOrderId(), before.venueOrderId()),
                before.createdAtMs(), Math.max(atMs, before.updatedAtMs()), ends ? (Long) atMs : before.endedAtMs(),
                before.approvalExpiresAtMs(), before.version() + 1);
        ports.store().update(after);
        ports.store().transition(after, before.state(), cause, actor);
        tell("ORDER_" + to.name(), after, actor, cause);
        return after;
    }

    private void end(Order order) {
        boolean heard = ports.workflow().tell(OrderLifecycleVariables.MSG_ORDER_ENDED, order.clientOrderId().value(),
                Map.of(OrderLifecycleVariables.END_STATE, order.state().name()));
        if (!heard) {
            LOG.warn("order {} ended as {}, but its workflow was gone", order.clientOrderId(), order.state());
        }
        if (order.state() == OrderState.REJECTED || order.state() == OrderState.FAILED) {
            ports.cooldowns().afterFailure(order.account(), order.instrument(), order.updatedAtMs());
        }
    }

    private void tell(String kind, Order order, String actor, String text) {
        audit.append(kind, order.clientOrderId().value(), actor, text, order.updatedAtMs());
        ports.events().publishEvent(new OrderChanged(order.clientOrderId(), order.state()));
    }

    private static @Nullable String first(@Nullable String brought, @Nullable String before) {
        return brought == null ? before : brought;
    }
}
