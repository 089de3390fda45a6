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
import org.portcullis.market.Features;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.MarketView;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;

/** The desk's own view of prices: it judges bars by the same guards as the brain, so a bad tick moves no mark. */
public final class GuardedMarks implements DeskMarks {

    /** What tells what became of a bar, and the price that is believed after it. */
    public interface Walk extends MarketView {

        /** What became of the bar. */
        MarketOutcome onBar(Bar bar, long receivedAtMs);
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
            public Optional<Mark> mark(InstrumentId instrument) {
                return walk.mark(instrument);
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
            keep(tape(bar.instrument()), bar.instrument());
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
            PriceTape tape = tape(bar.instrument());
            note(tape, outcome);
            keep(tape, bar.instrument());
        }
        return outcomes;
    }

    @Override
    public synchronized Optional<PriceRange> range(InstrumentId instrument, long fromMs) {
        PriceTape tape = tapes.get(instrument);
        return tape == null ? Optional.empty() : tape.range(fromMs);
    }

    private void keep(PriceTape tape, InstrumentId instrument) {
        Mark mark = walk.mark(instrument).orElse(null);
        if (mark != null) {
            tape.keep(mark.closeE8(), mark.eventTimeMs());
        }
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
        Features newest = tape == null ? null : tape.features();
        return newest == null ? Optional.empty() : Optional.of(new Percent(FixedPoint.parse(
                Double.toString(newest.atrPct()), RoundingMode.CEILING)));
    }

    private static void note(PriceTape tape, MarketOutcome outcome) {
        if (outcome instanceof MarketOutcome.Formed formed && Double.isFinite(formed.features().atrPct())) {
            tape.features(formed.features());
        } else if (!(outcome instanceof MarketOutcome.Flagged)) {
            tape.features(null);
        }
    }

    @Override
    public Optional<LastPrice> last(InstrumentId instrument) {
        PriceTape tape = tapes.get(instrument);
        return tape == null ? Optional.empty() : tape.last();
    }
}
