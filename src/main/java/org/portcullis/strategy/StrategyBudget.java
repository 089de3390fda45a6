package org.portcullis.strategy;

import java.util.Objects;
import java.util.Set;
import org.portcullis.kernel.Percent;

/**
 * Whether a strategy may propose, and how much of the account its proposals may use (S2-REQ-STR2, S2-REQ-STR3). The
 * desk enforces the numbers before any global cap.
 *
 * @param strategy          name of the pack, also its folder below {@code rules/strategy}
 * @param enabled           whether it is asked at all; new strategies are not
 * @param atRiskMax         largest share of equity in positions of this strategy
 * @param tradesPerCycleMax entries of this strategy that one minute may bring, over all instruments
 * @param meaning           one sentence for the person who enables it
 * @param shortVenues       venues at which it may sell short, where the policy permits that at all; none by default
 */
public record StrategyBudget(String strategy, boolean enabled, Percent atRiskMax, int tradesPerCycleMax,
        String meaning, Set<String> shortVenues) {

    public StrategyBudget {
        Objects.requireNonNull(meaning, "meaning");
        shortVenues = Set.copyOf(shortVenues);
        if (!strategy.matches("[a-z][a-z0-9-]{1,39}")) {
            throw new IllegalArgumentException("a strategy is named in 2 to 40 lower-case letters, digits or dashes");
        }
        if (atRiskMax.e8() < 0 || atRiskMax.compareTo(Percent.of("100")) > 0) {
            throw new IllegalArgumentException("max-at-risk-pct must be 0 to 100, is " + atRiskMax);
        }
        if (tradesPerCycleMax < 0 || tradesPerCycleMax > 1_000) {
            throw new IllegalArgumentException("max-trades-per-cycle must be 0 to 1000, is " + tradesPerCycleMax);
        }
    }

    /** The budget of a strategy that never sells short. */
    public StrategyBudget(String strategy, boolean enabled, Percent atRiskMax, int tradesPerCycleMax, String meaning) {
        this(strategy, enabled, atRiskMax, tradesPerCycleMax, meaning, Set.of());
    }

    /** The same budget, enabled. */
    public StrategyBudget enable() {
        return new StrategyBudget(strategy, true, atRiskMax, tradesPerCycleMax, meaning, shortVenues);
    }
}
