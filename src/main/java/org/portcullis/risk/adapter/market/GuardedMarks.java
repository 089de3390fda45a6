package org.portcullis.risk.adapter.market;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;

/** The desk's own view of prices: it judges bars by the same guards as the brain, so a bad tick moves no mark. */
public final class GuardedMarks implements DeskMarks {

    /** What tells what became of a bar, and which price is believed after it. */
    public interface Walk {

        /** What became of the bar. */
        MarketOutcome onBar(Bar bar, long receivedAtMs);

        /** Whether the close of the bar, of which that became, is the last believed price of its instrument. */
        boolean believed(Bar bar, MarketOutcome outcome);
    }

    private final Walk walk;
    private final FrameHearing hearing;
    private final Map<InstrumentId, PriceTape> tapes = new ConcurrentHashMap<>();

    /** Marks that nobody else hears of. */
    public GuardedMarks(BarWalk walk) {
        this(walk, (frame, outcomes, marks) -> { });
    }

    /** @param hearing told of each frame when the marks have moved */
    public GuardedMarks(BarWalk walk, FrameHearing hearing) {
        this(new Walk() {
            @Override
            public MarketOutcome onBar(Bar bar, long receivedAtMs) {
                return walk.onBar(bar, receivedAtMs);
            }

            @Override
            public boolean believed(Bar bar, MarketOutcome outcome) {
                Mark mark = walk.mark(bar.instrument()).orElse(null);
                return mark != null && mark.eventTimeMs() == bar.closeTimeMs() && mark.closeE8() == bar.closeE8();
            }
        }, hearing);
    }

    /** Marks by a walk that somebody else may have walked before. */
    public GuardedMarks(Walk walk, FrameHearing hearing) {
        this.walk = walk;
        this.hearing = hearing;
    }

    @Override
    public Set<InstrumentId> onFrame(MarketFrame frame) {
        List<MarketOutcome> outcomes = walked(frame);
        hearing.heard(frame, outcomes, this);
        Set<InstrumentId> refused = Set.of();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof MarketOutcome.Flagged flagged && flagged.refused()) {
                refused = refused.isEmpty() ? new HashSet<>() : refused;
                refused.add(flagged.instrument());
            }
        }
        return refused;
    }

    /** The volatility after the last of many bars is the only one that counts. */
    @Override
    public synchronized boolean onHistory(List<Bar> bars) {
        MarketOutcome noted = null;
        MarketOutcome newest = null;
        for (Bar bar : bars) {
            newest = walk.onBar(bar, bar.closeTimeMs());
            noted = newest instanceof MarketOutcome.Flagged ? noted : newest;
            keep(bar, newest);
            hearing.remembered(bar, newest);
        }
        if (noted != null) {
            note(tape(noted.instrument()), noted);
        }
        return newest instanceof MarketOutcome.Flagged flagged && flagged.refused();
    }

    private synchronized List<MarketOutcome> walked(MarketFrame frame) {
        List<Bar> bars = frame.bars();
        List<MarketOutcome> outcomes = new ArrayList<>(bars.size());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            MarketOutcome outcome = walk.onBar(bar, Math.max(frame.closeTimeMs(), bar.closeTimeMs()));
            outcomes.add(outcome);
            note(keep(bar, outcome), outcome);
        }
        return outcomes;
    }

    @Override
    public synchronized Optional<PriceRange> range(InstrumentId instrument, long fromMs) {
        PriceTape tape = tapes.get(instrument);
        return tape == null ? Optional.empty() : tape.range(fromMs);
    }

    private PriceTape keep(Bar bar, MarketOutcome outcome) {
        PriceTape tape = tape(bar.instrument());
        if (walk.believed(bar, outcome)) {
            tape.keep(bar.closeE8(), bar.closeTimeMs());
        }
        return tape;
    }

    private PriceTape tape(InstrumentId instrument) {
        PriceTape known = tapes.get(instrument);
        if (known == null) {
            known = new PriceTape();
            tapes.put(instrument, known);
        }
        return known;
    }

    /** In decimals, rounded up: an instrument is never taken for calmer than it is. */
    @Override
    public Optional<Percent> volatility(InstrumentId instrument) {
        PriceTape tape = tapes.get(instrument);
        MarketOutcome.Formed formed = tape == null ? null : tape.formed();
        return formed == null || !Double.isFinite(formed.features().atrPct()) ? Optional.empty()
                : Optional.of(new Percent(FixedPoint.parse(Double.toString(formed.features().atrPct()),
                        RoundingMode.CEILING)));
    }

    /** The features are looked at by who asks for them. */
    private static void note(PriceTape tape, MarketOutcome outcome) {
        if (outcome instanceof MarketOutcome.Formed formed) {
            tape.formed(formed);
        } else if (!(outcome instanceof MarketOutcome.Flagged)) {
            tape.formed(null);
        }
    }

    @Override
    public Optional<LastPrice> last(InstrumentId instrument) {
        PriceTape tape = tapes.get(instrument);
        return tape == null ? Optional.empty() : tape.last();
    }
}
