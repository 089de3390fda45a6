package org.portcullis.research.backtest;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.time.WallTime;
import org.portcullis.order.FillApplied;
import org.portcullis.order.Order;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.VerdictKept;

/** Runs backtests: once with strategies ahead of the desk, and again minute by minute when they ask what they hold. */
public final class History {

    /** Hears what happens on the way. */
    public interface Hearing {

        /** A verdict was given. */
        default void judged(Verdict verdict) {
            // mostly the report is enough
        }

        /** An order was filled, wholly or in part. */
        default void filled(FillApplied fill) {
            // mostly the report is enough
        }

        /** An order came to its end. */
        default void ended(Order order) {
            // mostly the report is enough
        }
    }

    private History() {
    }

    /**
     * Walks everything in the plan.
     *
     * @param told hears about rows and files that were left out
     * @throws IllegalArgumentException saying what is wrong with the plan, where, and what to do
     */
    public static BacktestResult walk(BacktestPlan plan, Hearing hearing, Consumer<String> told) {
        WallTime time = new WallTime();
        try (Ground ground = new Ground(plan)) {
            long began = time.stopwatchNanos();
            Optional<BacktestResult> ahead = walk(ground, false, hearing, told);
            BacktestResult result = ahead.orElseGet(() -> walk(ground, true, hearing, row -> { }).orElseThrow());
            return new BacktestResult(result.terms(), result.trades(), result.equity(), result.counts(),
                    (time.stopwatchNanos() - began) / 1e9);
        }
    }

    private static Optional<BacktestResult> walk(Ground ground, boolean together, Hearing hearing,
            Consumer<String> told) {
        Path file = ground.plan.decisions();
        try (DecisionLines lines = file == null ? null : new DecisionLines(file)) {
            Run run = new Run(ground, together, desk -> {
                desk.turns().hear(VerdictKept.class, kept -> hearing.judged(kept.verdict()));
                desk.turns().hear(FillApplied.class, hearing::filled);
                desk.ended(hearing::ended);
                if (lines != null) {
                    desk.turns().hear(VerdictKept.class, kept -> lines.add(kept.verdict()));
                }
            }, told);
            Optional<BacktestResult> result = run.walk();
            if (result.isPresent() && run.refused() > 0) {
                told.accept(run.refused() + " rows or files were left out");
            }
            return result;
        }
    }
}
