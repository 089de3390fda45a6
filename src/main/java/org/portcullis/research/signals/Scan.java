package org.portcullis.research.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.research.backtest.BarSource;
import org.portcullis.research.backtest.Brain;
import org.portcullis.research.backtest.Ground;
import org.portcullis.research.backtest.Walked;
import org.portcullis.research.domain.signals.Baseline;
import org.portcullis.research.domain.signals.BaselineCount;
import org.portcullis.research.domain.signals.Horizons;
import org.portcullis.research.domain.signals.ScanTerms;
import org.portcullis.research.domain.signals.Scanned;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;

/** One scan: instruments are dealt out to threads as they become free, the largest first. */
final class Scan {

    private final Ground ground;
    private final Horizons horizons;
    private final BarSource source;
    private final Consumer<String> told;
    private final List<SeriesWalk> walks = new ArrayList<>();
    private final ConcurrentSkipListMap<InstrumentId, SignalSeries> series = new ConcurrentSkipListMap<>();
    private volatile boolean holdingAsked;

    Scan(Ground ground, ScanPlan plan, Consumer<String> told) {
        this.ground = ground;
        this.horizons = new Horizons(plan.horizons());
        this.source = new BarSource(ground, told);
        this.told = told;
    }

    Scanned walk() {
        Queue<InstrumentId> waiting = new ConcurrentLinkedQueue<>(source.largestFirst());
        int threads = Math.min(ground.plan().threads(), waiting.size());
        HoldingView nothing = this::nothing;
        for (int i = 0; i < threads; i++) {
            walks.add(new SeriesWalk(source, new Brain(ground, nothing), ground.plan().fromMs(), horizons));
        }
        walk(waiting);
        if (source.refused() > 0) {
            told.accept(source.refused() + " rows or files were left out");
        }
        return found();
    }

    private void walk(Queue<InstrumentId> waiting) {
        BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();
        try (Background threads = new Background()) {
            walks.forEach(walk -> threads.run("signals", () -> ends.add(all(walk, waiting))));
            for (int i = 0; i < walks.size(); i++) {
                Optional<Throwable> failure = ends.take();
                if (failure.isPresent()) {
                    throw new IllegalStateException("walking the bars failed: " + failure.get().getMessage(),
                            failure.get());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while bars were walked", interrupted);
        } finally {
            waiting.clear();
        }
    }

    /** The loop of a thread; what broke it, or nothing. */
    private Optional<Throwable> all(SeriesWalk walk, Queue<InstrumentId> waiting) {
        try {
            for (InstrumentId next = waiting.poll(); next != null; next = waiting.poll()) {
                series.put(next, walk.walk(next));
            }
            return Optional.empty();
        } catch (RuntimeException | Error broken) {
            waiting.clear();
            return Optional.of(broken);
        }
    }

    /** Nothing is traded, so nothing is held. */
    private Optional<HeldPosition> nothing(String strategy, InstrumentId instrument) {
        holdingAsked = true;
        return Optional.empty();
    }

    private Scanned found() {
        Walked walked = new Walked(walks.stream().map(SeriesWalk::brain).toList());
        long fromMs = walks.stream().mapToLong(SeriesWalk::firstMs).min().orElse(Long.MAX_VALUE);
        if (fromMs == Long.MAX_VALUE) {
            throw walked.nothing(ground.plan().bars());
        }
        long toMs = walks.stream().mapToLong(SeriesWalk::lastMs).max().orElse(fromMs);
        List<SignalSeries> all = List.copyOf(series.values());
        List<BaselineCount> counted = walks.stream().map(SeriesWalk::counts).toList();
        Baseline baseline = BaselineCount.together(horizons, counted,
                all.stream().map(SignalSeries::baseline).toList());
        ScanTerms terms = new ScanTerms(walked.dataHash(), ground.rulesVersion(), ground.policy().hash(), fromMs, toMs,
                source.symbols(), ground.strategyNames(), horizons);
        return Scanned.of(terms, walked.bars(), walked.idle(), walked.outvoted(), all, baseline, holdingAsked);
    }
}
