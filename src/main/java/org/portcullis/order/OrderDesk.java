package org.portcullis.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.route.Addresses;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Invariant;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door of the order room and the one writer of an account's orders: none without its approval (S4-03). Every
 * message is handled in a database transaction of its own and may come any number of times: a known proposal, step or
 * report changes nothing. What goes to the gateway goes after the transaction that decided it, and goes again when a
 * redelivered step shows that it may not have gone.
 */
public final class OrderDesk {

    private final OrderPorts ports;
    private final OrderBirth birth;
    private final OrderSteps steps;
    private final OrderReports reports;

    /**
     * @param account whose proposals are judged
     * @param venue name of the venue whose reports come in, part of a fill's identity
     */
    public OrderDesk(OrderPorts ports, AccountId account, String venue) {
        OrderLife life = new OrderLife(ports);
        this.ports = ports;
        this.birth = new OrderBirth(ports, life, account);
        this.steps = new OrderSteps(ports, life);
        this.reports = new OrderReports(ports, life, venue);
    }

    /**
     * Judges a proposal and keeps, all or nothing: verdict, order, workflow, audit entry.
     *
     * @param microsSoFar time since the market frame was received, in microseconds; kept with the verdict
     */
    public void onProposal(Proposal proposal, long microsSoFar) {
        ownTransaction();
        ports.transactions().executeWithoutResult(status -> birth.judge(proposal, Math.max(0, microsSoFar)));
    }

    /**
     * Takes a step of a workflow, a person or the kill switch.
     *
     * @throws IllegalArgumentException when there is no such order
     */
    public void onStep(OrderStep step) {
        ownTransaction();
        Optional<Outgoing> outgoing = ports.transactions().execute(status -> steps.take(step));
        if (outgoing != null) {
            outgoing.ifPresent(this::send);
        }
    }

    /** Applies what the gateway or the venue said about an order. */
    public void onReport(OrderReport report) {
        ownTransaction();
        ports.transactions().executeWithoutResult(status -> reports.apply(report));
    }

    /**
     * Asks for the cancellation of every order of the account that has not ended; each goes as a step, so the orders
     * keep their one writer. The gateway cancels at the venue on its own when the kill switch is thrown.
     *
     * @return how many were asked for
     */
    public int cancelAll(AccountId account, String reason, String by) {
        long atMs = ports.clock().millis();
        List<Order> open = ports.store().notEnded(account);
        for (Order order : open) {
            String id = ContentHash.hex("cancel-all", order.clientOrderId().value(), by, reason, Long.toString(atMs));
            ports.bus().send(Addresses.ORDER_STEP, id,
                    new OrderStep(id, order.clientOrderId(), OrderStep.Kind.CANCEL, by, reason, atMs));
        }
        return open.size();
    }

    /**
     * Asks for the cancellation of every entry in the scope of a breaker that has not ended; asking again for the same
     * trip changes nothing.
     *
     * @param venueOf where a symbol is traded; empty when nobody knows
     * @return how many were asked for
     */
    public int cancelEntries(Trip trip, Function<InstrumentId, String> venueOf) {
        return cancelEntries(trip.account(), order -> trip.scope().covers(order.strategy(), order.instrument(),
                venueOf.apply(order.instrument())), trip.tripId(), "breaker " + trip.breaker().code(), trip.reason(),
                trip.atMs());
    }

    /**
     * Asks for the cancellation of every entry at a venue whose stream was lost, as far as the policy says so (B-R14):
     * nobody sees the market any more in which they could be filled. Orders that close risk work on. A venue of which
     * the policy says nothing is cancelled at.
     *
     * @param lossId the same loss told again changes nothing
     * @param venueOf where a symbol is traded; empty when nobody knows, which counts as there
     * @return how many were asked for
     */
    public int disconnected(AccountId account, String venue, String lossId, Function<InstrumentId, String> venueOf,
            long atMs) {
        String key = "order.on-disconnect." + venue;
        Policy policy = ports.policies().current();
        if (policy.parameters().containsKey(key) && policy.word(key).equals("keep")) {
            return 0;
        }
        Scope scope = Scope.venue(venue);
        return cancelEntries(account, order -> scope.covers(order.strategy(), order.instrument(),
                venueOf.apply(order.instrument())), lossId, "disconnect", "the stream of " + venue + " was lost", atMs);
    }

    private int cancelEntries(AccountId account, Predicate<Order> which, String cause, String by, String reason,
            long atMs) {
        List<Order> entries = ports.store().notEnded(account).stream()
                .filter(order -> order.intent() == Intent.ENTER).filter(which).toList();
        for (Order order : entries) {
            String id = ContentHash.hex("cancel-entry", cause, order.clientOrderId().value());
            ports.bus().send(Addresses.ORDER_STEP, id, new OrderStep(id, order.clientOrderId(), OrderStep.Kind.CANCEL,
                    by, reason, atMs));
        }
        return entries.size();
    }

    /** The order, if there is one. */
    public Optional<Order> find(ClientOrderId id) {
        return ports.store().find(id);
    }

    /** Orders of the account that have not ended, oldest first. */
    public List<Order> notEnded(AccountId account) {
        return ports.store().notEnded(account);
    }

    /** The newest orders, newest first. */
    public List<Order> newest(int max) {
        return ports.store().newest(max);
    }

    /** Every change of an order, first one first. */
    public List<OrderTransition> transitions(ClientOrderId id) {
        return ports.store().transitions(id);
    }

    private void send(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Submit submit) {
            ports.venue().submit(submit.command(), submit.messageId());
        } else if (outgoing instanceof Outgoing.Cancel cancel) {
            ports.venue().cancel(cancel.command(), cancel.messageId());
        }
    }

    private static void ownTransaction() {
        Invariant.hold(!TransactionSynchronizationManager.isActualTransactionActive(),
                () -> "the desk opens its own transactions, because commands leave after them");
    }
}
