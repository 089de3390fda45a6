package org.portcullis.risk.adapter.gates;

import java.util.List;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.FillCount;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.orders.MessageRate;
import org.portcullis.strategy.Intent;

/** Brings how many orders and cancellations an account sent for what was filled (B-R4: order-to-trade ratio). */
public final class MessageGate implements GateFacts {

    private final PolicyReading<Limits> limits;
    private final DecidedOrders decided;
    private final PendingView orders;
    private final FillCount fills;

    /** @param orders tells which cancellations were sent */
    public MessageGate(PolicyBook policies, DecidedOrders decided, PendingView orders, FillCount fills) {
        this.limits = new PolicyReading<>(policies, Limits::of);
        this.decided = decided;
        this.orders = orders;
        this.fills = fills;
    }

    @Override
    public List<Record> judging(Subject subject) {
        if (subject.proposal().intent() == Intent.EXIT) {
            return List.of();
        }
        Limits now = limits.now();
        AccountId account = subject.account();
        // the window is open at its older end: what is exactly as old as it is counts no more
        long fromMs = subject.atMs() - now.windowMs() + 1;
        int before = decided.count(account, fromMs, subject.proposal().proposalId())
                + orders.cancelsSince(account, fromMs).size();
        return List.of(new MessageRate(before, fills.since(account, fromMs), now.floor(), now.ask(), now.max()));
    }

    /** What the policy says of messages. */
    private record Limits(long windowMs, int floor, int ask, int max) {

        static Limits of(Policy policy) {
            return new Limits(policy.duration("orders.per-fill-window").toMillis(),
                    policy.integer("orders.per-fill-floor"), policy.integer("orders.per-fill-ask"),
                    policy.integer("orders.per-fill-max"));
        }
    }
}
