package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.domain.breaker.FeeShare;

/**
 * Adds up what the fills of a day cost in fees and lets the breaker of that judge it (B-R3): a strategy that trades
 * for the venue's profit loses slowly and never in a row. What was before a person let the breaker go counts no more.
 */
public final class FeesWatch {

    private final FeeTape tape;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public FeesWatch(FeeTape tape, Breakers breakers, PolicyBook policies) {
        this.tape = tape;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /** Takes one fill, inside the transaction that booked it. */
    public void booked(ResultBooked booked) {
        AccountId account = booked.account();
        BreakerPolicy policy = limits.now();
        long fromMs = Math.max(policy.dayStartMs(booked.atMs()),
                breakers.rearmedMs(account, Breaker.FEES, Scope.GLOBAL));
        Money paid = tape.paid(account, fromMs);
        if (paid.compareTo(Money.ZERO) > 0) {
            breakers.measure(account, Scope.GLOBAL, List.of(new FeeShare(paid, booked.equity(),
                    policy.percent(Breaker.FEES, "pct-max"))), EnumSet.of(Breaker.FEES), booked.atMs());
        }
    }
}
