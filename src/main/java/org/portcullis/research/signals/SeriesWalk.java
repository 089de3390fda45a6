package org.portcullis.research.signals;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.research.backtest.BarSource;
import org.portcullis.research.backtest.Brain;
import org.portcullis.research.domain.signals.BarPath;
import org.portcullis.research.domain.signals.Baseline;
import org.portcullis.research.domain.signals.BaselineCount;
import org.portcullis.research.domain.signals.Horizons;
import org.portcullis.research.domain.signals.Signal;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.Wish;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/**
 * Walks instruments one after the other: what strategies propose at each close is noted first, what came after is
 * looked up when the instrument's bars have ended. Strategies never see it. One thread.
 */
final class SeriesWalk {

    private final BarSource source;
    private final Brain brain;
    private final long fromMs;
    private final Horizons horizons;
    private final BaselineCount counts;
    private final BarPath path = new BarPath();
    private final List<Wish> wishes = new ArrayList<>();
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    SeriesWalk(BarSource source, Brain brain, long fromMs, Horizons horizons) {
        this.source = source;
        this.brain = brain;
        this.fromMs = fromMs;
        this.horizons = horizons;
        this.counts = new BaselineCount(horizons);
    }

    SignalSeries walk(InstrumentId instrument) {
        path.clear();
        wishes.clear();
        try (BarStream bars = source.open(instrument)) {
            for (Bar bar = source.next(bars); bar != null; bar = source.next(bars)) {
                step(bar);
            }
        }
        Baseline usual = counts.of(path);
        List<Signal> signals = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            signals.add(Signal.of(wish, path, usual, horizons));
        }
        return new SignalSeries(instrument.value(), signals, usual);
    }

    private void step(Bar bar) {
        MarketOutcome outcome = brain.walk(bar);
        boolean inSpan = bar.openTimeMs() >= fromMs;
        if (inSpan) {
            firstMs = Math.min(firstMs, bar.openTimeMs());
            lastMs = Math.max(lastMs, bar.closeTimeMs());
        }
        if (!(outcome instanceof MarketOutcome.Flagged flagged && flagged.refused())) {
            path.add(bar.highE8(), bar.lowE8(), bar.closeE8(), inSpan);
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
            wishes.add(new Wish(each.proposalId(), path.last(), each.decidedAtMs(), each.strategy(), each.rule(),
                    each.intent() == Intent.ENTER, each.side(), each.referencePriceE8(), each.stopPriceE8(),
                    each.targetPriceE8(), each.confidence(), regime));
        }
    }

    Brain brain() {
        return brain;
    }

    BaselineCount counts() {
        return counts;
    }

    /** Open time of the first bar of the span; the largest number when there was none. */
    long firstMs() {
        return firstMs;
    }

    /** Close time of the last bar of the span. */
    long lastMs() {
        return lastMs;
    }
}
