package org.portcullis.research.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Map<NoTradeReason, Long> idle = new EnumMap<>(NoTradeReason.class);
    private final Map<String, BarSum> sums = new java.util.TreeMap<>();
    private @Nullable BarSum lastSum;
    private long bars;
    private long proposals;

    /** @param holdings what strategies hear when they ask what they hold */
    public Brain(Ground ground, HoldingView holdings) {
        this.floor = ground.floor(holdings);
        this.walk = ground.walk(floor);
        this.fromMs = ground.plan.fromMs();
    }

    /** What became of a bar. */
    public MarketOutcome walk(Bar bar) {
        sum(bar).add(bar);
        return walk.onBar(bar, bar.closeTimeMs());
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
            idle.merge(none.noTrade().reason(), 1L, Long::sum);
        }
        return null;
    }

    private BarSum sum(Bar bar) {
        BarSum sum = lastSum;
        if (sum == null || !sum.of(bar.instrument())) {
            sum = sums.computeIfAbsent(bar.instrument().value(), name -> new BarSum(bar.instrument()));
            lastSum = sum;
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
        return idle;
    }

    /** What gave way on bars with a proposal, by reason. */
    Map<NoTradeReason, Long> outvoted() {
        Map<NoTradeReason, Long> others = new EnumMap<>(NoTradeReason.class);
        floor.reasons().forEach((reason, count) -> {
            if (count > idle.getOrDefault(reason, 0L)) {
                others.put(reason, count - idle.getOrDefault(reason, 0L));
            }
        });
        return others;
    }

    Map<String, BarSum> sums() {
        return sums;
    }
}
