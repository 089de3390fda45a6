package org.portcullis.risk;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Limits;

/** What the desk reads from the policy, once for each judgement. */
record DeskPolicy(Limits limits, Gating gating, Percent slippageMax, String hash) {

    static DeskPolicy of(Policy policy) {
        Limits limits = new Limits(policy.integer("risk.positions-max"),
                policy.percent("risk.exposure-total-pct-max"), policy.percent("risk.exposure-asset-pct-max"),
                policy.percent("risk.position-pct-max"), policy.percent("risk.trade-risk-pct-max"),
                policy.duration("risk.mark-age-max").toMillis());
        String word = policy.word("order.gating");
        Money above = word.equals("all") ? Money.ZERO : policy.money("order.gating-notional");
        return new DeskPolicy(limits, new Gating(!word.equals("none"), above),
                policy.percent("risk.entry-slippage-pct-max"), policy.hash());
    }
}
