package org.portcullis.research.backtest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.memory.KnownWalk;

/** What the brains' walk said of each bar, for the desk: both walk under the same guards and say the same. */
final class WalkedBefore implements KnownWalk {

    private final Map<InstrumentId, MarketOutcome> said = new HashMap<>();
    private final Map<InstrumentId, Mark> marks = new HashMap<>();

    /** What was said of the bars of the next frame. */
    void next(List<Frames.Row> rows) {
        for (Frames.Row row : rows) {
            said.put(row.bar().instrument(), row.outcome());
        }
    }

    @Override
    public MarketOutcome onBar(Bar bar, long receivedAtMs) {
        InstrumentId instrument = bar.instrument();
        MarketOutcome outcome = Objects.requireNonNull(said.get(instrument), "a bar that no brain has walked");
        if (!(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused())) {
            marks.put(instrument, new Mark(instrument, bar.closeE8(), 0, bar.volumeE8(), bar.closeTimeMs()));
        }
        return outcome;
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        return Optional.ofNullable(marks.get(instrument));
    }
}
