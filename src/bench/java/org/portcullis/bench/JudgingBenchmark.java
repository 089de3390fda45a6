package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.GateRules;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.risk.domain.Commitments;
import org.portcullis.risk.domain.Gating;
import org.portcullis.risk.domain.Limits;
import org.portcullis.risk.domain.Situation;
import org.portcullis.strategy.Proposal;

/**
 * One entry judged by every pre-trade gate: by the shipped rules, by the same rules in Java, and by bare comparisons.
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 1000, timeUnit = TimeUnit.MILLISECONDS)
public class JudgingBenchmark {

    private RuleLibrary library;
    private RiskDesk desk;
    private RiskDesk deskInJava;
    private GateRules gates;
    private BareJudge bare;
    private Proposal[] proposals;
    private List<Object> sizingFacts;
    private List<Object> entryFacts;
    private int next;

    /** Opens the shipped rules and proves that all three judges agree on every proposal. */
    @Setup
    public void open() {
        PolicyBook policy = Shipped.policy();
        TermsView terms = TradingDay.terms();
        TradingTerms btc = terms.find(TradingDay.BTC).orElseThrow();
        library = Shipped.rules();
        gates = new RuleGates(() -> library.base("risk"));
        desk = TradingDay.desk(policy, gates);
        deskInJava = TradingDay.desk(policy, new JavaGates());
        bare = new BareJudge(policy.current(), btc);
        proposals = TradingDay.proposals();
        for (Proposal proposal : proposals) {
            agree(proposal);
        }
        Situation situation = situation(policy.current(), terms, btc);
        Quantity size = desk.judge(proposals[0], TradingDay.ACCOUNT, TradingDay.AT_MS).decision().quantity();
        sizingFacts = situation.sizingFacts();
        entryFacts = new ArrayList<>(situation.entryFacts(size));
        entryFacts.add(new Gating(true, policy.current().money("order.gating-notional")));
    }

    @TearDown
    public void close() {
        library.close();
    }

    /** The whole judgement: ports, sizing rules, judging rules, verdict with its explanation and content hash. */
    @Benchmark
    @BenchmarkMode({Mode.Throughput, Mode.SampleTime})
    public Verdict desk() {
        return desk.judge(proposal(), TradingDay.ACCOUNT, TradingDay.AT_MS);
    }

    /** The same desk with the rules written in Java: what is left is what the desk itself costs. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public Verdict deskWithRulesInJava() {
        return deskInJava.judge(proposal(), TradingDay.ACCOUNT, TradingDay.AT_MS);
    }

    /** The judging rules alone, facts at hand. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public GateRules.Judged judgingRules() {
        return gates.edition().judge(entryFacts, "USDT");
    }

    /** The sizing rules alone, facts at hand. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public GateRules.Sized sizingRules() {
        return gates.edition().size(sizingFacts);
    }

    /** The floor: sizing and comparisons on ready numbers, nothing recorded. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public long bareComparisons() {
        return bare.judge(proposal(), TradingDay.AT_MS);
    }

    private Proposal proposal() {
        return proposals[next++ & TradingDay.PROPOSALS - 1];
    }

    private void agree(Proposal proposal) {
        Verdict byRules = desk.judge(proposal, TradingDay.ACCOUNT, TradingDay.AT_MS);
        Verdict byJava = deskInJava.judge(proposal, TradingDay.ACCOUNT, TradingDay.AT_MS);
        long byNumbers = bare.judge(proposal, TradingDay.AT_MS);
        if (!(byRules instanceof Verdict.Approved) || !(byJava instanceof Verdict.Approved)
                || !byRules.decision().checks().equals(byJava.decision().checks())
                || byRules.decision().quantity().e8() != byNumbers) {
            throw new IllegalStateException("the judges differ: " + byRules + "; " + byJava + "; " + byNumbers);
        }
    }

    private Situation situation(Policy policy, TermsView terms, TradingTerms btc) {
        AccountState state = new AccountState(TradingDay.ACCOUNT, TradingDay.CASH, Money.ZERO, TradingDay.HELD);
        Commitments committed = new Commitments(state, TradingDay.PENDING,
                instrument -> Optional.ofNullable(TradingDay.PRICES.get(instrument)), terms);
        Limits limits = new Limits(policy.integer("risk.positions-max"), policy.percent("risk.exposure-total-pct-max"),
                policy.percent("risk.exposure-asset-pct-max"), policy.percent("risk.position-pct-max"),
                policy.percent("risk.trade-risk-pct-max"), policy.duration("risk.mark-age-max").toMillis());
        return new Situation(proposals[0], TradingDay.AT_MS, btc, Optional.of(TradingDay.PRICES.get(TradingDay.BTC)),
                TradingDay.CASH, committed.reserved(btc), committed.exposure(btc, Shipped.STRATEGY),
                committed.closable(btc, Shipped.STRATEGY, Side.SELL), limits, new Cooldowns.Remaining(0, 0, 0), false,
                org.portcullis.risk.Mode.PAPER, policy.percent("risk.entry-slippage-pct-max"));
    }
}
