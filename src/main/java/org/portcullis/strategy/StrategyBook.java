package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.strategy.adapter.store.StrategyFile;

/**
 * Every strategy there is, with its budget.
 *
 * @param budgets by name, in alphabetical order
 */
public record StrategyBook(SortedMap<String, StrategyBudget> budgets) {

    public StrategyBook {
        budgets = Collections.unmodifiableSortedMap(new TreeMap<>(budgets));
    }

    /**
     * Reads {@code rules/strategies.yaml}.
     *
     * @param enabledToo strategies to enable whatever the file says, for a demo or a test; empty for none
     * @throws IllegalArgumentException naming file and line when it cannot be used, or a strategy it does not list
     */
    public static StrategyBook read(Path file, Set<String> enabledToo) {
        SortedMap<String, StrategyBudget> budgets = StrategyFile.read(file);
        for (String name : enabledToo) {
            StrategyBudget budget = budgets.get(name);
            if (budget == null) {
                throw new IllegalArgumentException(file + ":1: there is no strategy " + name + " to enable; listed are "
                        + budgets.keySet());
            }
            budgets.put(name, budget.enable());
        }
        return new StrategyBook(budgets);
    }

    /** The strategies that may propose. */
    public List<StrategyBudget> enabled() {
        return budgets.values().stream().filter(StrategyBudget::enabled).toList();
    }

    public Optional<StrategyBudget> budget(String strategy) {
        return Optional.ofNullable(budgets.get(strategy));
    }
}
