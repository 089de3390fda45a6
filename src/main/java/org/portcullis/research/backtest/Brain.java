package org.portcullis.research.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyOutcome;

/**
 * Thinks about the bars of some instruments as the brain of the running application does; one thread. What it says of
 * an instrument depends on no other one, so history may be shared out among several.
 */
public final class Brain {

    private final BarWalk walk;
    private final StrategyFloor floor;
    private final long fromMs;
    /** Bars without proposal, by the ordinal of the reason. */
    private final long[] idle = new long[NoTradeReason.values().length];
    private final Map<String, BarSum> sums = new java.util.TreeMap<>();
    private @Nullable BarSum lastSum;
    private @Nullable InstrumentId lastInstrument;
    private long bars;
    private long proposals;

    /** @param holdings what strategies hear when they ask what they hold */
    public Brain(Ground ground, HoldingView holdings) {
        this.floor = ground.floor(holdings);
        this.walk = ground.walk(floor).sparing(floor::silentOn);
        this.fromMs = ground.plan.fromMs();
    }

    /** What became of a bar. */
    public MarketOutcome walk(Bar bar) {
        sum(bar).add(bar);
        return walk.onBar(bar, bar.closeTimeMs());
    }

    /**
     * What became of bars of one instrument, at least one; each as {@link #walk(Bar)} says it, or nothing where it is
     * known already that strategies have nothing to say: {@link #pass} takes such a bar.
     */
    public void walk(Bar[] bars, int count, @Nullable MarketOutcome[] outcomes) {
        BarSum sum = sum(bars[0]);
        for (int i = 0; i < count; i++) {
            sum.add(bars[i]);
        }
        walk.onBars(bars, count, outcomes);
    }

    /** What strategies propose on it, in the order in which it is to be judged; nothing mostly. */
    public @Nullable List<Proposal> think(MarketOutcome outcome) {
        if (outcome.barOpenTimeMs() < fromMs) {
            return null;
        }
        bars++;
        StrategyOutcome said = floor.onMarket(outcome);
        if (said instanceof StrategyOutcome.Proposed proposed) {
            List<Proposal> all = proposed.all();
            proposals += all.size();
            return all;
        }
        if (said instanceof StrategyOutcome.Idle none) {
            idle[none.noTrade().reason().ordinal()]++;
        }
        return null;
    }

    /** Takes a bar that no strategy has anything to say to. */
    public void pass(Bar bar) {
        if (bar.openTimeMs() >= fromMs) {
            bars++;
            idle[floor.passed().ordinal()]++;
        }
    }

    private BarSum sum(Bar bar) {
        InstrumentId instrument = bar.instrument();
        BarSum sum = lastSum;
        if (lastInstrument != instrument || sum == null) {
            sum = sums.computeIfAbsent(instrument.value(), name -> new BarSum(instrument));
            lastSum = sum;
            lastInstrument = instrument;
        }
        return sum;
    }

    long bars() {
        return bars;
    }

    long proposals() {
        return proposals;
    }

    /** Bars without proposal, by reason. */
    Map<NoTradeReason, Long> idle() {
        Map<NoTradeReason, Long> counted = new EnumMap<>(NoTradeReason.class);
        for (NoTradeReason reason : NoTradeReason.values()) {
            if (idle[reason.ordinal()] > 0) {
                counted.put(reason, idle[reason.ordinal()]);
            }
        }
        return counted;
    }

    /** What gave way on bars with a proposal, by reason. */
    Map<NoTradeReason, Long> outvoted() {
        Map<NoTradeReason, Long> others = new EnumMap<>(NoTradeReason.class);
        floor.reasons().forEach((reason, count) -> {
            if (count > idle[reason.ordinal()]) {
                others.put(reason, count - idle[reason.ordinal()]);
            }
        });
        return others;
    }

    Map<String, BarSum> sums() {
        return sums;
    }
}
