package org.portcullis.market.adapter.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.market.TickLimits;

/** Gives the limits on ticks of the policy in force, made anew only when that has changed. One thread. */
public final class TickLimitsInForce implements Supplier<TickLimits> {

    private final Supplier<Policy> policyInForce;
    private @Nullable Policy policy;
    private @Nullable TickLimits limits;

    /** @param policyInForce asked for every tick, so that a changed limit counts from the next one on */
    public TickLimitsInForce(Supplier<Policy> policyInForce) {
        this.policyInForce = policyInForce;
    }

    @Override
    public TickLimits get() {
        Policy now = policyInForce.get();
        TickLimits known = limits;
        if (known == null || now != policy) {
            known = TickLimits.from(now);
            limits = known;
            policy = now;
        }
        return known;
    }
}
