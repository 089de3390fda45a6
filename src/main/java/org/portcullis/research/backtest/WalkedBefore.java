package org.portcullis.research.backtest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Instrument;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.RegimeView;
import org.portcullis.risk.memory.KnownWalk;

/**
 * What the brains' walk said of each bar, for the desk: both walk under the same guards and limits and say the same,
 * but that the desk's knows no regimes. Where a calendar closes an instrument's market, which the desk's does not know
 * either, the desk walks itself.
 */
final class WalkedBefore implements KnownWalk {

    private static final RegimeView NO_REGIME = RegimeView.unknown(1, 1);

    private final BarWalk own;
    private final Ground ground;
    private final Map<InstrumentId, MarketOutcome> said = new HashMap<>();
    private final Map<InstrumentId, Mark> marks = new HashMap<>();
    private final Set<InstrumentId> always = new HashSet<>();
    private final Set<InstrumentId> seen = new HashSet<>();

    WalkedBefore(Ground ground) {
        this.ground = ground;
        this.own = BarWalk.under(() -> ground.rules.base("market"), ground.policies::current);
    }

    /** What was said of the bars of the next frame. */
    void next(List<Frames.Row> rows) {
        for (Frames.Row row : rows) {
            said.put(row.bar().instrument(), row.outcome());
        }
    }

    @Override
    public MarketOutcome onBar(Bar bar, long receivedAtMs) {
        InstrumentId instrument = bar.instrument();
        MarketOutcome outcome = said.get(instrument);
        if (outcome == null || !alwaysOpen(instrument)) {
            return own.onBar(bar, receivedAtMs);
        }
        if (!(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused())) {
            marks.put(instrument, new Mark(instrument, bar.closeE8(), 0, bar.volumeE8(), bar.closeTimeMs()));
        }
        return outcome instanceof MarketOutcome.Formed formed
                ? new MarketOutcome.Formed(formed.features(), formed.structure(), NO_REGIME) : outcome;
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        Mark mark = marks.get(instrument);
        return mark == null ? own.mark(instrument) : Optional.of(mark);
    }

    private boolean alwaysOpen(InstrumentId instrument) {
        if (seen.add(instrument) && ground.catalogue.find(instrument)
                .filter(listed -> listed.calendar().equals(Instrument.ALWAYS)).isPresent()) {
            always.add(instrument);
        }
        return always.contains(instrument);
    }
}
