package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarGuard;
import org.portcullis.market.BarWalk;
import org.portcullis.market.FeaturePeriods;
import org.portcullis.market.MarketLimits;
import org.portcullis.market.adapter.rules.BarGuardRules;
import org.portcullis.market.domain.BarNumbers;
import org.portcullis.market.domain.Series;
import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyFloor;

/** The brain per bar: guards, features and triggers over generated bars of five instruments, troubles included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1000, timeUnit = TimeUnit.MILLISECONDS)
public class BrainBenchmark {

    static final int BARS = 20_000;

    private RuleLibrary library;
    private PolicyBook policy;
    private BarGuard guard;
    private StrategyFloor floor;
    private StrategyFloor floorInJava;
    private MarketLimits limits;
    private FeaturePeriods periods;
    private MomentumParameters parameters;
    private Bar[] bars;
    private int[] instruments;
    private int instrumentCount;

    /** Opens the shipped rules and proves that all three brains propose on the same bars. */
    @Setup
    public void open() {
        library = Shipped.rules();
        policy = Shipped.policy();
        guard = new BarGuardRules(() -> library.base("market"));
        floor = StrategyFloor.open(Shipped.strategies(), Shipped.RULES, library::base);
        limits = MarketLimits.from(policy.current());
        periods = FeaturePeriods.from(policy.current());
        parameters = MomentumParameters.from(PackParameters.read(
                Shipped.RULES.resolve("strategy").resolve(Shipped.STRATEGY).resolve("strategy.yaml")));
        floorInJava = new StrategyFloor(Shipped.strategies(), List.of(new JavaTriggers(parameters)));
        bars = Shipped.bars(BARS).toArray(Bar[]::new);
        List<InstrumentId> seen = new ArrayList<>();
        instruments = new int[BARS];
        for (int i = 0; i < BARS; i++) {
            if (!seen.contains(bars[i].instrument())) {
                seen.add(bars[i].instrument());
            }
            instruments[i] = seen.indexOf(bars[i].instrument());
        }
        instrumentCount = seen.size();
        agree();
    }

    @TearDown
    public void close() {
        library.close();
    }

    /** Guard rules, features, trigger rules, outcome: the brain as it runs. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void brain(Blackhole hole) {
        walk(new BarWalk(guard, policy::current), floor, hole);
    }

    /** The same brain with both groups of rules written in Java. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void brainWithRulesInJava(Blackhole hole) {
        walk(new BarWalk(new JavaGuard(), policy::current), floorInJava, hole);
    }

    /** Guard rules and features, no strategies. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void guardsAndFeatures(Blackhole hole) {
        BarWalk walk = new BarWalk(guard, policy::current);
        for (Bar bar : bars) {
            hole.consume(walk.onBar(bar, bar.closeTimeMs()));
        }
    }

    /** Features alone: every indicator of the series, no guards. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void features(Blackhole hole) {
        Series[] series = new Series[instrumentCount];
        for (int i = 0; i < instrumentCount; i++) {
            series[i] = new Series(periods);
        }
        for (int i = 0; i < BARS; i++) {
            hole.consume(series[instruments[i]].push(bars[i], BarNumbers.of(bars[i])));
        }
    }

    /** The floor: features and conditions in one loop, nothing told. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public long bareLoop() {
        BareBrain brain = new BareBrain(limits, periods, parameters, instrumentCount);
        long triggered = 0;
        for (int i = 0; i < BARS; i++) {
            triggered += brain.triggers(bars[i], instruments[i]) ? 1 : 0;
        }
        return triggered;
    }

    private void walk(BarWalk walk, StrategyFloor strategies, Blackhole hole) {
        for (Bar bar : bars) {
            hole.consume(strategies.onMarket(walk.onBar(bar, bar.closeTimeMs())));
        }
    }

    private void agree() {
        BarWalk byRules = new BarWalk(guard, policy::current);
        BarWalk byJava = new BarWalk(new JavaGuard(), policy::current);
        for (Bar bar : bars) {
            floor.onMarket(byRules.onBar(bar, bar.closeTimeMs()));
            floorInJava.onMarket(byJava.onBar(bar, bar.closeTimeMs()));
        }
        long bare = bareLoop();
        if (floor.proposals() != bare || floorInJava.proposals() != bare || bare == 0
                || !byRules.flagged().equals(byJava.flagged())) {
            throw new IllegalStateException("the brains differ: " + floor.proposals() + ", " + floorInJava.proposals()
                    + " and " + bare + " proposals; flags " + byRules.flagged() + " and " + byJava.flagged());
        }
    }
}
