package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.portcullis.risk.CaseFile;
import org.portcullis.risk.Decision;
import org.portcullis.risk.GateRules;
import org.portcullis.risk.JudgedByHand;
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
    private GateRules.Edition edition;
    private List<Object> judgingFacts;
    private List<Object> sizingFacts;
    private JudgedByHand account;
    private RiskDesk deskBesideIt;
    private Proposal[] proposalsBesideIt;
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
        facts();
        besideByHand();
    }

    /** Takes the facts of one judgement, so that rules are measured alone. */
    private void facts() {
        GateRules gates = new RuleGates(() -> library.base("risk"));
        edition = gates.edition();
        Decision decision = desk.judge(proposals[0], TradingDay.ACCOUNT, TradingDay.AT_MS).decision();
        CaseFile file = Objects.requireNonNull(decision.judgedOn());
        judgingFacts = new ArrayList<>(file.situation().entryFacts(decision.quantity()));
        judgingFacts.add(file.gating());
        judgingFacts.addAll(file.judgingFacts());
        sizingFacts = new ArrayList<>(file.situation().sizingFacts());
        sizingFacts.addAll(file.sizingFacts());
    }

    /** Proves that the desk and the plain second judge say the same of every proposal. */
    private void besideByHand() {
        account = new JudgedByHand();
        deskBesideIt = account.desk(new RuleGates(() -> library.base("risk")));
        proposalsBesideIt = JudgedByHand.proposals();
        for (Proposal proposal : proposalsBesideIt) {
            Verdict verdict = JudgedByHand.judge(deskBesideIt, proposal);
            JudgedByHand.Said said = account.byHand(proposal);
            if (verdict.decision().quantity().e8() != said.size() || !verdict.reasons().equals(said.reasons())) {
                throw new IllegalStateException("desk and hand differ: " + verdict + " and " + said);
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

    /** The judging rules alone, with their facts at hand. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public GateRules.Judged judgingRules() {
        return edition.judge(judgingFacts, "USDT");
    }

    /** The sizing rules alone, with their facts at hand. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public GateRules.Sized sizingRules() {
        return edition.size(sizingFacts);
    }

    /** The desk over the account that is judged by hand, too. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public Verdict deskBesideByHand() {
        return JudgedByHand.judge(deskBesideIt, proposalsBesideIt[next++ & proposalsBesideIt.length - 1]);
    }

    /** The same account by hand: plain inequalities on decimals, the size by search, nothing recorded or hashed. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    public JudgedByHand.Said byHand() {
        return account.byHand(proposalsBesideIt[next++ & proposalsBesideIt.length - 1]);
    }
}
