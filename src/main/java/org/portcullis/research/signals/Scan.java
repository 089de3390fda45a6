package org.portcullis.research.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.portcullis.engine.time.Ahead;
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
import org.portcullis.research.domain.signals.SignalGroups;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.StrategySignals;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;

/** One scan: instruments are dealt out to threads as they become free, the largest first. */
final class Scan {

    private final Ground ground;
    private final Horizons horizons;
    private final boolean kept;
    private final BarSource source;
    private final Consumer<String> told;
    private final List<SeriesWalks> walks = new ArrayList<>();
    private final ConcurrentSkipListMap<InstrumentId, SignalSeries> series = new ConcurrentSkipListMap<>();
    private volatile boolean holdingAsked;

    Scan(Ground ground, ScanPlan plan, Consumer<String> told) {
        this.ground = ground;
        this.horizons = new Horizons(plan.horizons());
        this.kept = plan.lines();
        this.source = new BarSource(ground, told);
        this.told = told;
    }

    Scanned walk() {
        Queue<InstrumentId> waiting = new ConcurrentLinkedQueue<>(source.largestFirst());
        int threads = Math.min(ground.plan().threads(), waiting.size());
        HoldingView nothing = this::nothing;
        Stream.generate(() -> Ahead.of("brain", () -> new Brain(ground, nothing))).limit(threads).toList()
                .forEach(brain -> walks.add(new SeriesWalks(walks.size(), source, brain.get(), ground.strategyNames(),
                        ground.plan().fromMs(), horizons, kept)));
        shared(walks.stream().<Runnable>map(walk -> () -> walk.walk(waiting, threads, series::put)).toList(),
                waiting::clear);
        if (source.refused() > 0) {
            told.accept(source.refused() + " rows or files were left out");
        }
        return found(ground.plan().threads());
    }

    /** Runs each in a thread of its own; when one breaks the others are told to end, and so it is said. */
    private static void shared(List<Runnable> loops, Runnable ending) {
        BlockingQueue<Optional<Throwable>> ends = new LinkedBlockingQueue<>();
        try (Background threads = new Background()) {
            loops.forEach(loop -> threads.run("signals", () -> ends.add(end(loop, ending))));
            for (int i = 0; i < loops.size(); i++) {
                Optional<Throwable> failure = ends.take();
                if (failure.isPresent()) {
                    throw new IllegalStateException("the scan failed: " + failure.get().getMessage(),
                            failure.get());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during the scan", interrupted);
        } finally {
            ending.run();
        }
    }

    /** What broke it, or nothing. */
    private static Optional<Throwable> end(Runnable loop, Runnable ending) {
        try {
            loop.run();
            return Optional.empty();
        } catch (RuntimeException | Error broken) {
            ending.run();
            return Optional.of(broken);
        }
    }

    /** Nothing is traded, so nothing is held. */
    private Optional<HeldPosition> nothing(String strategy, InstrumentId instrument) {
        holdingAsked = true;
        return Optional.empty();
    }

    private Scanned found(int threads) {
        Walked walked = new Walked(walks.stream().map(SeriesWalks::brain).toList());
        long fromMs = walks.stream().mapToLong(SeriesWalks::firstMs).min().orElse(Long.MAX_VALUE);
        if (fromMs == Long.MAX_VALUE) {
            throw walked.nothing(ground.plan().bars());
        }
        long toMs = walks.stream().mapToLong(SeriesWalks::lastMs).max().orElse(fromMs);
        List<SignalSeries> all = List.copyOf(series.values());
        List<BaselineCount> counted = walks.stream().map(SeriesWalks::counts).toList();
        Baseline baseline = BaselineCount.together(horizons, counted,
                all.stream().map(SignalSeries::baseline).toList());
        ScanTerms terms = new ScanTerms(walked.dataHash(), ground.rulesVersion(), ground.policy().hash(), fromMs, toMs,
                source.symbols(), ground.strategyNames(), horizons);
        return new Scanned(terms, walked.bars(), walked.idle(), walked.outvoted(), all, baseline,
                strategies(all, threads), holdingAsked, 0);
    }

    private List<StrategySignals> strategies(List<SignalSeries> all, int threads) {
        List<SignalGroups> strategies = ground.strategyNames().stream().sorted()
                .map(name -> new SignalGroups(name, all, horizons)).toList();
        Queue<SignalGroups.Kind> waiting = new ConcurrentLinkedQueue<>(strategies.stream()
                .flatMap(strategy -> strategy.kinds().stream()).toList());
        Runnable loop = () -> {
            for (SignalGroups.Kind next = waiting.poll(); next != null; next = waiting.poll()) {
                next.reckon();
            }
        };
        shared(Collections.nCopies(threads, loop), waiting::clear);
        return strategies.stream().map(SignalGroups::together).toList();
    }
}
