package org.portcullis.research;

import java.util.function.Consumer;
import org.portcullis.research.backtest.History;

/**
 * Door to backtests: history through the rooms, rules and limits that trade, without broker, workflow engine and
 * database (S2-BT4, B-B1). Equal plans over equal bars give equal results, whatever the number of threads (S2-REQ-BT1).
 */
public final class Backtest {

    private final Consumer<String> told;

    /** @param told hears about rows and files that had to be left out, each with its place */
    public Backtest(Consumer<String> told) {
        this.told = told;
    }

    /**
     * Walks everything in the plan.
     *
     * @throws IllegalArgumentException saying what is wrong with the plan, where, and what to do
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public BacktestResult run(BacktestPlan plan) {
        return History.walk(plan, new History.Hearing() { }, told);
    }
}
