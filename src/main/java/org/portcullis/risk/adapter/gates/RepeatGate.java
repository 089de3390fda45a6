package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.function.ToLongBiFunction;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.DecidedOrders.Shape;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.breaker.Repetition;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * Tells how often a strategy has given the same order lately (B-R11). What was before a person let the strategy go on
 * counts no more.
 */
public final class RepeatGate implements GateFacts {

    private static final String LIMIT = "risk.breaker.repeated-execution.max";
    private static final String WINDOW = "risk.breaker.repeated-execution.window";

    private final PolicyReading<Limits> limits;
    private final DecidedOrders decided;
    private final ToLongBiFunction<AccountId, String> rearmedMs;

    /** @param rearmedMs when a person last let an account's strategy go on, UTC milliseconds; 0 if nobody has */
    public RepeatGate(PolicyBook policies, DecidedOrders decided, ToLongBiFunction<AccountId, String> rearmedMs) {
        this.limits = new PolicyReading<>(policies,
                policy -> new Limits(policy.integer(LIMIT), policy.duration(WINDOW).toMillis()));
        this.decided = decided;
        this.rearmedMs = rearmedMs;
    }

    @Override
    public List<Record> judging(Subject subject) {
        Proposal proposal = subject.proposal();
        if (proposal.intent() == Intent.EXIT) {
            return List.of();
        }
        Limits now = limits.now();
        int max = now.max();
        Shape shape = new Shape(proposal.strategy(), proposal.instrument(), proposal.side());
        long fromMs = subject.atMs() - now.windowMs() + 1;
        int before = decided.entries(subject.account(), shape, fromMs, proposal.proposalId());
        if (before >= max) {
            long rearmed = rearmedMs.applyAsLong(subject.account(), proposal.strategy());
            if (rearmed >= fromMs) {
                before = decided.entries(subject.account(), shape, rearmed + 1, proposal.proposalId());
            }
        }
        return List.of(new Repetition(before + 1, max));
    }

    /** What the policy says of the same order. */
    private record Limits(int max, long windowMs) {
    }
}
