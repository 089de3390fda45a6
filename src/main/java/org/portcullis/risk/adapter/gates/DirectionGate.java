package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.Direction;
import org.portcullis.strategy.StrategyBudget;

/**
 * Brings which sides a strategy may take and has taken (S2-REQ-R1). Selling short is off everywhere: it takes the
 * policy's switch and the venue's name beside the strategy.
 */
public final class DirectionGate implements GateFacts {

    private final PolicyBook policies;
    private final Function<String, Optional<StrategyBudget>> budgets;

    /** @param budgets what is in force for a strategy, or nothing when it is not listed */
    public DirectionGate(PolicyBook policies, Function<String, Optional<StrategyBudget>> budgets) {
        this.policies = policies;
        this.budgets = budgets;
    }

    @Override
    public List<Record> judging(Subject subject) {
        boolean permitted = policies.current().flag("risk.short-selling")
                && budgets.apply(subject.proposal().strategy())
                        .filter(budget -> budget.shortVenues().contains(subject.terms().venue())).isPresent();
        return List.of(Direction.of(subject, permitted));
    }
}
