package org.portcullis.risk.adapter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyCheck;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;
import org.portcullis.strategy.BookCheck;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyBudget;
import org.portcullis.strategy.StrategyFloor;
import org.springframework.stereotype.Component;

/**
 * Refuses budgets that contradict the total limit (S2-CS1), from both sides: an edit of the strategies and an edit of
 * the policy. No enabled strategy may use more than everything together, and all of them together only so many times
 * that as {@code risk.budgets-total-factor-max} says.
 */
@Component
class BudgetSanity implements PolicyCheck, BookCheck {

    private final PolicyBook policies;
    private final StrategyFloor floor;

    BudgetSanity(PolicyBook policies, StrategyFloor floor) {
        this.policies = policies;
        this.floor = floor;
        floor.require(this);
        policies.require(this);
    }

    @Override
    public List<String> faults(Policy policy) {
        return faults(policy, floor.book());
    }

    @Override
    public List<String> faults(StrategyBook book) {
        return faults(policies.current(), book);
    }

    private static List<String> faults(Policy policy, StrategyBook book) {
        Percent total = policy.percent("risk.exposure-total-pct-max");
        long factorE8 = policy.number("risk.budgets-total-factor-max");
        List<String> faults = new ArrayList<>();
        book.enabled().stream().filter(budget -> budget.atRiskMax().compareTo(total) > 0)
                .forEach(budget -> faults.add("max-at-risk-pct (" + budget.atRiskMax() + " %) of "
                        + budget.strategy() + " is more than risk.exposure-total-pct-max (" + total
                        + " %); lower it or disable the strategy"));
        long sumE8 = book.enabled().stream().map(StrategyBudget::atRiskMax).mapToLong(Percent::e8).sum();
        BigInteger permitted = BigInteger.valueOf(total.e8()).multiply(BigInteger.valueOf(factorE8));
        if (BigInteger.valueOf(sumE8).multiply(BigInteger.valueOf(FixedPoint.ONE)).compareTo(permitted) > 0) {
            faults.add("the budgets of enabled strategies add up to " + FixedPoint.format(sumE8)
                    + " %, more than risk.budgets-total-factor-max (" + FixedPoint.format(factorE8)
                    + ") times risk.exposure-total-pct-max (" + total + " %); lower budgets or disable strategies");
        }
        return faults;
    }
}
