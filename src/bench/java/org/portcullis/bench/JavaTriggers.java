package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.Features;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.MomentumParameters;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;

/** The trigger rules of {@code rules/strategy/momentum-core} written in Java. */
final class JavaTriggers implements StrategyPack {

    private static final String GROUP = "strategy.momentum_core.triggers.";

    private final MomentumParameters p;

    JavaTriggers(MomentumParameters parameters) {
        this.p = parameters;
    }

    @Override
    public String name() {
        return Shipped.STRATEGY;
    }

    @Override
    public Answer ask(StrategyContext context) {
        Features f = context.features();
        List<TriggerHit> hits = new ArrayList<>(0);
        hit(hits, move(f, p), "form-entry-on-price-move", Intent.ENTER, f.returnPct(), p.movePctMin());
        hit(hits, spike(f, p), "form-entry-on-volume-spike", Intent.ENTER, f.volumeZ(), p.volumeZMin());
        hit(hits, breakout(f, p), "form-entry-on-breakout", Intent.ENTER, f.breakoutAtr(), p.breakoutAtrMin());
        hit(hits, reversion(f, p), "form-entry-on-mean-reversion", Intent.ENTER, f.zScore(), p.reversionZMax());
        hit(hits, crossDown(f, p), "form-exit-on-cross-down", Intent.EXIT, f.emaSpreadPct(), p.exitSpreadPctMax());
        hit(hits, overheating(f, p), "form-exit-on-overheating", Intent.EXIT, f.rsi14(), p.exitRsiMin());
        return new Answer(hits, "java", p.stopAtr(), p.targetAtr(), "");
    }

    /** Whether any of the six conditions holds. */
    static boolean any(Features f, MomentumParameters p) {
        return move(f, p) | spike(f, p) | breakout(f, p) | reversion(f, p) | crossDown(f, p) | overheating(f, p);
    }

    private static boolean move(Features f, MomentumParameters p) {
        return f.returnPct() >= p.movePctMin() && f.emaSpreadPct() >= p.trendSpreadPctMin()
                && f.rsi14() <= p.entryRsiMax() && f.atrPct() >= p.atrPctMin();
    }

    private static boolean spike(Features f, MomentumParameters p) {
        return f.volumeZ() >= p.volumeZMin() && f.returnPct() >= p.spikeReturnPctMin()
                && f.emaSpreadPct() >= p.trendSpreadPctMin() && f.rsi14() <= p.entryRsiMax()
                && f.atrPct() >= p.atrPctMin();
    }

    private static boolean breakout(Features f, MomentumParameters p) {
        return f.breakoutAtr() >= p.breakoutAtrMin() && f.volumeZ() >= p.breakoutVolumeZMin()
                && f.rsi14() <= p.entryRsiMax() && f.atrPct() >= p.atrPctMin();
    }

    private static boolean reversion(Features f, MomentumParameters p) {
        return f.zScore() <= p.reversionZMax() && f.rsi14() <= p.reversionRsiMax() && f.atrPct() >= p.atrPctMin();
    }

    private static boolean crossDown(Features f, MomentumParameters p) {
        return f.emaSpreadPct() < p.exitSpreadPctMax() && f.emaSpreadPctPrevious() >= p.exitSpreadPctMax();
    }

    private static boolean overheating(Features f, MomentumParameters p) {
        return f.rsi14() >= p.exitRsiMin() && f.rsi14Previous() < p.exitRsiMin();
    }

    private static void hit(List<TriggerHit> hits, boolean found, String rule, Intent intent, double actual,
            double limit) {
        if (found) {
            hits.add(new TriggerHit(GROUP + rule, intent, actual, limit));
        }
    }
}
