package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.domain.breaker.LossRate;

/**
 * Follows how fast an account loses, open positions included, and lets the breaker of that judge it (B-R8). Asked with
 * every word of what the account is worth: each minute whose prices move it, and each fill. Only a loss is judged, and
 * what was before a person let the breaker go counts no more.
 */
public final class LossRateWatch {

    private static final Set<Breaker> JUDGED = EnumSet.of(Breaker.LOSS_RATE);

    private final EquityTape tape;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public LossRateWatch(EquityTape tape, Breakers breakers, PolicyBook policies) {
        this.tape = tape;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /** Takes what the account is worth, inside the transaction that keeps it. */
    public void marked(EquityMarked marked) {
        AccountId account = marked.account();
        BreakerPolicy policy = limits.now();
        long fromMs = marked.atMs() - policy.windowMs(Breaker.LOSS_RATE);
        Money highest = tape.highest(account, fromMs).orElse(marked.equity());
        if (highest.compareTo(marked.equity()) <= 0) {
            return;
        }
        long rearmedMs = breakers.rearmedMs(account, Breaker.LOSS_RATE, Scope.GLOBAL);
        if (rearmedMs > fromMs) {
            highest = tape.highest(account, rearmedMs).orElse(marked.equity());
        }
        if (highest.compareTo(marked.equity()) > 0) {
            breakers.measure(account, Scope.GLOBAL, List.of(new LossRate(highest, marked.equity(),
                    policy.percent(Breaker.LOSS_RATE, "pct-max"))), JUDGED, marked.atMs());
        }
    }
}
