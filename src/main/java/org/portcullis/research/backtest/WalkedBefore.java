package org.portcullis.research.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.memory.KnownWalk;

/** What the brains' walk said of each bar, for the desk: both walk under the same guards and say the same. */
final class WalkedBefore implements KnownWalk {

    private final Map<InstrumentId, Mark> marks = new HashMap<>();
    private List<Frames.Row> rows = List.of();
    private int at;

    /** What was said of the bars of the next frame; read until the one after it. */
    void next(List<Frames.Row> frame) {
        rows = frame;
        at = 0;
    }

    @Override
    public MarketOutcome onBar(Bar bar, long receivedAtMs) {
        MarketOutcome outcome = said(bar);
        if (!(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused())) {
            InstrumentId instrument = bar.instrument();
            marks.put(instrument, new Mark(instrument, bar.closeE8(), 0, bar.volumeE8(), bar.closeTimeMs()));
        }
        return outcome;
    }

    /** Bars are asked about in the order of their frame. */
    private MarketOutcome said(Bar bar) {
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
    public Optional<Mark> mark(InstrumentId instrument) {
        return Optional.ofNullable(marks.get(instrument));
    }
}
