package org.portcullis.research.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.MarketFrame;
import org.portcullis.research.BacktestCounts;
import org.portcullis.research.BacktestPlan;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.backtest.Frames.Row;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.Proposal;

/** One pass over history. */
final class Run {

    private final Ground ground;
    private final BarSource source;
    private final DeskWalk desk;
    private final List<Walker> walkers = new ArrayList<>();
    private final boolean together;
    private volatile boolean holdingsAsked;
    private long fromMs = Long.MAX_VALUE;
    private long toMs = Long.MIN_VALUE;

    /**
     * @param together strategies are asked by the desk's thread after each minute, because they ask what they hold;
     *     otherwise they are asked ahead of it
     */
    Run(Ground ground, boolean together, Consumer<DeskWalk> listening, Consumer<String> told) {
        this.ground = ground;
        this.together = together;
        this.source = new BarSource(ground, told);
        this.desk = new DeskWalk(ground);
        listening.accept(desk);
    }

    /** Walks everything; nothing when a strategy asked what it holds and could not be told. */
    Optional<BacktestResult> walk() {
        HoldingView holdings = together ? desk.holdings() : this::unknown;
        for (BarStream stream : source.shares(ground.plan.threads())) {
            walkers.add(new Walker(source, stream, new Brain(ground, holdings), !together));
        }
        try (Background threads = new Background()) {
            walkers.forEach(walker -> threads.run("backtest", walker::run));
            try {
                frames();
            } finally {
                walkers.forEach(Walker::stop);
            }
        }
        return holdingsAsked ? Optional.empty() : Optional.of(result());
    }

    private Optional<HeldPosition> unknown(String strategy, InstrumentId instrument) {
        holdingsAsked = true;
        return Optional.empty();
    }

    private void frames() {
        Frames frames = new Frames(walkers);
        List<Proposal> proposals = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (List<Row> rows = frames.next(); !rows.isEmpty() && !holdingsAsked; rows = frames.next()) {
            bars.clear();
            for (int i = 0; i < rows.size(); i++) {
                bars.add(rows.get(i).bar());
            }
            long openMs = bars.get(0).openTimeMs();
            boolean warmUp = openMs < ground.plan.fromMs();
            desk.onFrame(new MarketFrame("backtest", openMs, 0, warmUp, bars), rows);
            if (!warmUp) {
                begin(openMs);
                proposals.clear();
                for (int i = 0; i < rows.size(); i++) {
                    List<Proposal> proposed = rows.get(i).proposals();
                    if (proposed != null) {
                        proposals.addAll(proposed);
                    }
                }
                desk.onProposals(proposals);
            }
        }
    }

    private void begin(long openMs) {
        if (fromMs == Long.MAX_VALUE) {
            fromMs = openMs;
            desk.tally().begins(openMs, ground.plan.cash());
        }
        toMs = Math.max(toMs, openMs + Bar.INTERVAL_MS);
    }

    private BacktestResult result() {
        BacktestPlan plan = ground.plan;
        Walked walked = new Walked(walkers.stream().map(Walker::brain).toList());
        if (fromMs == Long.MAX_VALUE) {
            throw walked.nothing(plan.bars());
        }
        desk.end(toMs);
        Tally tally = desk.tally();
        BacktestTerms terms = new BacktestTerms(plan.seed(), walked.dataHash(), ground.rulesVersion(),
                ground.policy().hash(), fromMs, toMs, source.symbols(), ground.strategyNames(), plan.cash(),
                Costs.of(ground.policy()), plan.approvals() ? "granted" : "nobody");
        BacktestCounts counts = new BacktestCounts(walked.bars(), walked.proposals(), tally.approved, tally.denied,
                tally.asked, desk.orders(), tally.fills, tally.turnover(), walked.idle(), tally.denials(), desk.open(),
                desk.unrealised());
        return new BacktestResult(terms, tally.trades(), tally.equity(), counts, 0);
    }

    /** Rows and files that were left out. */
    long refused() {
        return source.refused();
    }
}
