package org.portcullis.research.signals;

import java.util.List;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.domain.signals.Horizons;

/**
 * What proposals are to be looked for in.
 *
 * @param history  bars, span, rules, strategies and threads, as a backtest takes them; its cash, seed and approvals are
 *     not looked at, for nothing is traded
 * @param horizons after how many bars proposals are looked at again; each 1 to 43,200
 * @param lines    whether a line for each proposal will be wanted; figures alone need less memory
 */
public record ScanPlan(BacktestPlan history, List<Integer> horizons, boolean lines) {

    /** Looked at after 1, 5, 15, 60 and 240 bars when nothing is said. */
    public static final List<Integer> HORIZONS = List.of(1, 5, 15, 60, 240);

    public ScanPlan {
        horizons = new Horizons(horizons).all();
    }
}
