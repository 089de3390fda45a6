package org.portcullis.risk.exit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;

/** The exit limits in force by strategy; worked out anew only when the policy or the strategy's file changed. */
final class ExitPolicies {

    private final PolicyBook policies;
    private final StrategyExitsView strategies;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ExitPolicies(PolicyBook policies, StrategyExitsView strategies) {
        this.policies = policies;
        this.strategies = strategies;
    }

    /** What was worked out, and from what. */
    private record Known(Policy house, StrategyExits own, ExitPolicy policy) {
    }

    /** Under what that strategy's positions are guarded now. */
    ExitPolicy of(String strategy) {
        Policy house = policies.current();
        StrategyExits own = strategies.of(strategy);
        Known found = known.get(strategy);
        if (found == null || found.house() != house || found.own() != own) {
            found = new Known(house, own, new ExitPolicy(own.over(house, strategy), house));
            known.put(strategy, found);
        }
        return found.policy();
    }
}
