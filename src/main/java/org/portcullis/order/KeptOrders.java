package org.portcullis.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.risk.PendingView;

/** Orders, their changes, what was reported and what was asked, in the caller's transaction. */
public interface KeptOrders extends PendingView {

    /** The order, if there is one. */
    Optional<Order> find(ClientOrderId id);

    /** The order, which nobody else changes until the transaction ends. */
    Optional<Order> lock(ClientOrderId id);

    /** Orders of the account that have not ended, oldest first. */
    List<Order> notEnded(AccountId account);

    /** The newest orders, newest first. */
    List<Order> newest(int max);

    /** Keeps a new order. */
    void insert(Order order);

    /** Keeps a changed order; its version must be one above the kept one. */
    void update(Order order);

    /** Keeps why an order changed; its version numbers the change. */
    void transition(Order after, @Nullable OrderState from, String cause, String actor);

    /** Every change of an order, first one first. */
    List<OrderTransition> transitions(ClientOrderId id);

    /** Whether this was reported before. */
    boolean reported(String reportId);

    /** Keeps a report and what became of it. */
    void report(OrderReport report, String outcome);

    /** What became of a step, if it was taken before. */
    Optional<String> stepOutcome(String stepId);

    /** Keeps a step and what became of it. */
    void step(OrderStep step, String outcome);

    /** Whether the order was handed to the gateway; it may be at the venue whatever its state here. */
    boolean submitted(ClientOrderId id);

    /** A number that was never given before, not even before a restart. */
    long nextResend();
}
