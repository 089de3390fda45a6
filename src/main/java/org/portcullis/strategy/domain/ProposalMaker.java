package org.portcullis.strategy.domain;

import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Features;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;

/** Turns what a pack's rules said into its one proposal: prices, confidence and identity are arithmetic. */
public final class ProposalMaker {

    /** The strongest hit speaks for the pack; among equals an exit before an entry, then by name. */
    private static final Comparator<TriggerHit> STRONGEST = Comparator.comparingDouble(ProposalMaker::confidence)
            .reversed()
            .thenComparing(TriggerHit::intent, Comparator.reverseOrder()).thenComparing(TriggerHit::rule);

    private ProposalMaker() {
    }

    /** The pack's proposal, or nothing when no rule fired. */
    public static Optional<Proposal> proposal(String strategy, StrategyPack.Answer answer, Features features) {
        return answer.hits().stream().min(STRONGEST).map(hit -> proposal(strategy, hit, answer, features));
    }

    /**
     * How sure a hit is: 0.5 on its limit, towards 1 the further beyond it. With r as the measure over its limit (or
     * the limit over the measure, whichever is larger) it is r / (1 + r).
     */
    static double confidence(TriggerHit hit) {
        double actual = Math.abs(hit.actual());
        double limit = Math.abs(hit.limit());
        if (actual == 0 || limit == 0 || hit.actual() * hit.limit() < 0) {
            return 0.5;
        }
        double beyond = Math.max(actual / limit, limit / actual);
        return beyond / (1 + beyond);
    }

    private static Proposal proposal(String strategy, TriggerHit hit, StrategyPack.Answer answer, Features features) {
        boolean enters = hit.intent() == Intent.ENTER;
        Side side = enters ? Side.BUY : Side.SELL;
        long stop = enters ? Math.max(1, features.closeE8() - e8(answer.stopAtr() * features.atr14())) : 0;
        long target = enters ? features.closeE8() + e8(answer.targetAtr() * features.atr14()) : 0;
        String id = ContentHash.first16(strategy, hit.rule(), features.instrument().value(), side.name(),
                Long.toString(features.openTimeMs()), Long.toString(features.closeE8()));
        return new Proposal(id, strategy, hit.rule(), hit.intent(), features.instrument(), side, features.openTimeMs(),
                features.closeTimeMs(), features.closeE8(), stop, target, confidence(hit), answer.rulesVersion(),
                seen(features, hit));
    }

    private static SortedMap<String, Double> seen(Features features, TriggerHit hit) {
        SortedMap<String, Double> seen = new TreeMap<>();
        seen.put("triggerActual", hit.actual());
        seen.put("triggerLimit", hit.limit());
        seen.put("close", features.close());
        seen.put("emaFast", features.emaFast());
        seen.put("emaSlow", features.emaSlow());
        seen.put("emaSpreadPct", features.emaSpreadPct());
        seen.put("rsi14", features.rsi14());
        seen.put("atr14", features.atr14());
        seen.put("atrPct", features.atrPct());
        seen.put("volumeZ", features.volumeZ());
        seen.put("returnPct", features.returnPct());
        seen.put("rangeHigh", features.rangeHigh());
        seen.put("rangeLow", features.rangeLow());
        seen.put("breakoutAtr", features.breakoutAtr());
        seen.put("zScore", features.zScore());
        return seen;
    }

    private static long e8(double units) {
        return Math.round(units * FixedPoint.ONE);
    }
}
