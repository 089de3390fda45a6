package org.portcullis.research.signals;

import java.util.function.Consumer;
import org.portcullis.engine.time.WallTime;
import org.portcullis.research.backtest.Ground;

/**
 * Door to proposals of the past: real guards, features, regimes and strategy rules over history, no desk (B-B9). Equal
 * plans over equal bars give equal reports, whatever the number of threads.
 */
public final class SignalScan {

    private final Consumer<String> told;

    /** @param told hears about rows and files that were left out, each with its place */
    public SignalScan(Consumer<String> told) {
        this.told = told;
    }

    /**
     * Looks at everything in the plan.
     *
     * @throws IllegalArgumentException saying what is wrong with the plan, where, and what to do
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public SignalReport run(ScanPlan plan) {
        WallTime time = new WallTime();
        long began = time.stopwatchNanos();
        try (Ground ground = new Ground(plan.history())) {
            return new SignalReport(new Scan(ground, plan, told).walk().took((time.stopwatchNanos() - began) / 1e9),
                    plan.lines(), time);
        }
    }
}
