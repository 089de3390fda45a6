package org.portcullis.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.strategy.Proposal;

/** One entry judged by every pre-trade gate of the shipped rules. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1000, timeUnit = TimeUnit.MILLISECONDS)
public class JudgingBenchmark {

    private RuleLibrary library;
    private RiskDesk desk;
    private Proposal[] proposals;
    private int next;

    /** Opens the shipped rules and proves that every proposal passes all of them. */
    @Setup
    public void open() {
        library = Shipped.rules();
        desk = TradingDay.desk(Shipped.policy(), new RuleGates(() -> library.base("risk")));
        proposals = TradingDay.proposals();
        for (Proposal proposal : proposals) {
            Verdict verdict = desk.judge(proposal, TradingDay.ACCOUNT, TradingDay.AT_MS);
            if (!(verdict instanceof Verdict.Approved)) {
                throw new IllegalStateException("not approved: " + verdict);
            }
        }
    }

    @TearDown
    public void close() {
        library.close();
    }

    /** The whole judgement: ports, sizing rules, judging rules, verdict with its explanation and content hash. */
    @Benchmark
    @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
    public Verdict desk() {
        return desk.judge(proposals[next++ & TradingDay.PROPOSALS - 1], TradingDay.ACCOUNT, TradingDay.AT_MS);
    }
}
