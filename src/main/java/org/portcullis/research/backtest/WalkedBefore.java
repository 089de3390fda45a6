package org.portcullis.research.backtest;

import java.util.List;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.memory.KnownWalk;

/** What the brains' walk said of each bar, for the desk: both walk under the same guards and say the same. */
final class WalkedBefore implements KnownWalk {

    private List<Frames.Row> rows = List.of();
    private int at;

    /** What was said of the bars of the next frame; read until the one after it. */
    void next(List<Frames.Row> frame) {
        rows = frame;
        at = 0;
    }

    /** Bars are asked about in the order of their frame. */
    @Override
    public MarketOutcome onBar(Bar bar, long receivedAtMs) {
        if (at < rows.size() && rows.get(at).bar() == bar) {
            return rows.get(at++).outcome();
        }
        for (Frames.Row row : rows) {
            if (row.bar().instrument().equals(bar.instrument())) {
                return row.outcome();
            }
        }
        throw new IllegalStateException("a bar that no brain has walked: " + bar);
    }

    @Override
    public boolean believed(Bar bar, MarketOutcome outcome) {
        return !(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused());
    }
}
