package org.portcullis.research.signals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.research.backtest.BarSource;
import org.portcullis.research.backtest.Brain;
import org.portcullis.research.domain.signals.BarPath;
import org.portcullis.research.domain.signals.BaselineCount;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.SignalWatch;
import org.portcullis.research.domain.signals.Wish;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * Walks one instrument: what strategies propose at each close is noted first, what came after is looked up when it has
 * come. Strategies never see it. One thread.
 */
final class SeriesWalk implements AutoCloseable {

    /** Bars that are read, then walked, then thought about. */
    private static final int FEW = 64;

    private final InstrumentId instrument;
    private final BarSource source;
    private final Brain brain;
    private final long fromMs;
    private final BarStream bars;
    private final BarPath path;
    private final SignalWatch watch;
    private final Bar[] few = new Bar[FEW];
    private final @Nullable MarketOutcome[] outcomes = new MarketOutcome[FEW];
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    /**
     * @param path  room for its bars, which may be that of an instrument that has ended
     * @param watch looks at what comes after proposals, over that path
     */
    SeriesWalk(InstrumentId instrument, BarSource source, Brain brain, long fromMs, BarPath path, SignalWatch watch) {
        this.instrument = instrument;
        this.source = source;
        this.brain = brain;
        this.fromMs = fromMs;
        this.path = path;
        this.watch = watch;
        path.clear();
        path.reserve(source.roughly(instrument));
        this.bars = source.open(instrument);
    }

    /** Takes so many bars, or as many as there are; whether there may be more. */
    boolean steps(int count) {
        path.reserve(count);
        for (int left = count; left > 0; left -= FEW) {
            int most = Math.min(left, FEW);
            int read = read(most);
            if (read > 0) {
                brain.walk(few, read, outcomes);
            }
            for (int i = 0; i < read; i++) {
                take(few[i], outcomes[i]);
            }
            if (read < most) {
                return false;
            }
        }
        watch.settle();
        return true;
    }

    private int read(int most) {
        for (int i = 0; i < most; i++) {
            Bar bar = source.next(bars);
            if (bar == null) {
                return i;
            }
            few[i] = bar;
        }
        return most;
    }

    /** What came of it, once the bars have ended. */
    SignalSeries found(BaselineCount counts, List<String> strategies) {
        return watch.end(instrument.value(), counts.of(path), strategies);
    }

    private void take(Bar bar, @Nullable MarketOutcome outcome) {
        boolean inSpan = bar.openTimeMs() >= fromMs;
        if (inSpan) {
            firstMs = Math.min(firstMs, bar.openTimeMs());
            lastMs = Math.max(lastMs, bar.closeTimeMs());
        }
        if (!(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused())) {
            path.add(bar.highE8(), bar.lowE8(), bar.closeE8(), inSpan);
        }
        if (outcome == null) {
            brain.pass(bar);
            return;
        }
        List<Proposal> proposals = brain.think(outcome);
        if (proposals != null) {
            note(proposals, outcome);
        }
    }

    /** Keeps the numbers alone: a proposal holds on to everything that its strategy saw. */
    private void note(List<Proposal> proposals, MarketOutcome outcome) {
        Regime regime = outcome instanceof MarketOutcome.Formed formed ? formed.regime().regime() : Regime.UNKNOWN;
        for (Proposal each : proposals) {
            watch.add(new Wish(each.proposalId(), path.last(), each.decidedAtMs(), each.strategy(), each.rule(),
                    each.intent() == Intent.ENTER, each.side(), each.referencePriceE8(), each.stopPriceE8(),
                    each.targetPriceE8(), each.confidence(), regime));
        }
    }

    InstrumentId instrument() {
        return instrument;
    }

    BarPath path() {
        return path;
    }

    /** Open time of the first bar of the span; the largest number when there was none. */
    long firstMs() {
        return firstMs;
    }

    /** Close time of the last bar of the span. */
    long lastMs() {
        return lastMs;
    }

    @Override
    public void close() {
        bars.close();
    }
}
