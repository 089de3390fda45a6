package org.portcullis.strategy.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.StrategyOutcome;

/** Proposals, and why there were none, since the start. One thread counts. */
public final class FloorCounts {

    private final long[] reasons = new long[NoTradeReason.values().length];
    private long proposals;

    /** Counts one more without proposal. */
    public void add(NoTradeReason reason) {
        reasons[reason.ordinal()]++;
    }

    /** Counts what became of a bar or signal, outvoted proposals too. */
    public void add(StrategyOutcome outcome) {
        if (outcome instanceof StrategyOutcome.Idle idle) {
            add(idle.noTrade().reason());
        } else if (outcome instanceof StrategyOutcome.Proposed proposed) {
            proposals += 1 + proposed.after().size();
            List<NoTrade> outvoted = proposed.outvoted();
            for (int i = 0; i < outvoted.size(); i++) {
                add(outvoted.get(i).reason());
            }
        }
    }

    /** Proposals. */
    public long proposals() {
        return proposals;
    }

    /** How often for each reason that there was at all. */
    public Map<NoTradeReason, Long> reasons() {
        Map<NoTradeReason, Long> counted = new EnumMap<>(NoTradeReason.class);
        for (NoTradeReason reason : NoTradeReason.values()) {
            if (reasons[reason.ordinal()] > 0) {
                counted.put(reason, reasons[reason.ordinal()]);
            }
        }
        return counted;
    }
}
