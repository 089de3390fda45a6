package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;

/** Turns what a pack's rules said into its proposals: prices, confidence and identity are arithmetic. */
public final class ProposalMaker {

    /** Among hits of one kind the strongest speaks for the pack; among equals by name. Exits come first. */
    private static final Comparator<TriggerHit> STRONGEST =
            Comparator.comparing(TriggerHit::intent, Comparator.reverseOrder())
            .thenComparing(Comparator.comparingDouble(ProposalMaker::confidence).reversed())
            .thenComparing(TriggerHit::rule).thenComparing(TriggerHit::side).thenComparing(TriggerHit::poolId);

    private static final Made NOTHING = new Made(List.of(), null);

    private ProposalMaker() {
    }

    /**
     * What a pack's hits came to.
     *
     * @param proposals at most one exit of each side, then at most one entry; mostly nothing
     * @param refused   why its strongest entry led to none, or nothing when one did or no entry was due
     */
    public record Made(List<Proposal> proposals, @Nullable NoTrade refused) {
    }

    /**
     * The strongest hits that may become proposals. Exits always may, and none is lost to a surer entry; an entry may
     * not when its signal has become too old, the universe leaves the instrument out, the regime forbids its side, or
     * its stop and target do not embrace the price.
     *
     * @param exclusion why the instrument may not be entered; empty when it may
     */
    public static Made make(String strategy, StrategyPack.Answer answer, Moment moment, Optional<String> exclusion) {
        if (answer.hits().isEmpty()) {
            return NOTHING;
        }
        List<TriggerHit> hits = answer.hits();
        return hits.size() == 1 ? ofOne(strategy, hits.get(0), answer, moment, exclusion)
                : ofSeveral(strategy, hits.stream().sorted(STRONGEST).toList(), answer, moment, exclusion);
    }

    /** Mostly a bar brings one hit. */
    private static Made ofOne(String strategy, TriggerHit hit, StrategyPack.Answer answer, Moment moment,
            Optional<String> exclusion) {
        boolean exit = hit.intent() == Intent.EXIT;
        Prices prices = exit ? Prices.NONE : Prices.of(hit, answer, moment);
        NoTrade refusal = exit ? null : refusal(hit, moment, exclusion, prices);
        if (refusal != null) {
            return new Made(List.of(), refusal);
        }
        double sizeFactor = exit ? 1 : moment.sizeFactor(hit.side());
        return new Made(List.of(proposal(strategy, hit, answer, moment, prices, sizeFactor)), null);
    }

    private static Made ofSeveral(String strategy, List<TriggerHit> hits, StrategyPack.Answer answer, Moment moment,
            Optional<String> exclusion) {
        NoTrade refused = null;
        List<Proposal> made = new ArrayList<>(1);
        Set<Side> closed = EnumSet.noneOf(Side.class);
        for (TriggerHit hit : hits) {
            if (hit.intent() == Intent.EXIT && !closed.add(hit.side())) {
                continue;
            }
            Made one = ofOne(strategy, hit, answer, moment, exclusion);
            made.addAll(one.proposals());
            if (hit.intent() == Intent.ENTER && one.refused() == null) {
                return new Made(made, null);
            }
            refused = refused == null ? one.refused() : refused;
        }
        return new Made(made, refused);
    }

    /**
     * How sure a hit is: what it says itself, else 0.5 on its limit, towards 1 the further beyond it. With r as the
     * measure over its limit (or the limit over the measure, whichever is larger) it is r / (1 + r).
     */
    static double confidence(TriggerHit hit) {
        if (Double.isFinite(hit.confidence())) {
            return hit.confidence();
        }
        double actual = Math.abs(hit.actual());
        double limit = Math.abs(hit.limit());
        if (actual == 0 || limit == 0 || Math.signum(hit.actual()) != Math.signum(hit.limit())) {
            return 0.5;
        }
        double beyond = Math.max(actual / limit, limit / actual);
        return Double.isInfinite(beyond) ? 1 : beyond / (1 + beyond);
    }

    private static @Nullable NoTrade refusal(TriggerHit hit, Moment moment, Optional<String> exclusion, Prices prices) {
        if (moment.tooOld().isPresent()) {
            return noTrade(moment, NoTradeReason.SIGNAL_STALE, Words.of(moment.tooOld().get()));
        }
        if (exclusion.isPresent()) {
            return noTrade(moment, NoTradeReason.NOT_IN_UNIVERSE, Words.of(exclusion.get()));
        }
        double factor = moment.sizeFactor(hit.side());
        if (!(factor > 0)) {
            return noTrade(moment, NoTradeReason.REGIME_FORBIDS, Words.of(() -> hit.rule() + ": " + hit.side()
                    + " in " + moment.regime().regime() + ", size factor " + factor));
        }
        return prices.sound(hit.side(), moment.closeE8()) ? null
                : noTrade(moment, NoTradeReason.PRICES_UNSOUND, Words.of(() -> hit.rule() + ": " + hit.side() + " at "
                        + FixedPoint.format(moment.closeE8()) + " with stop " + FixedPoint.format(prices.stopE8())
                        + " and target " + FixedPoint.format(prices.targetE8())));
    }

    private static NoTrade noTrade(Moment moment, NoTradeReason reason, Words words) {
        return new NoTrade(moment.instrument(), moment.openTimeMs(), reason, words);
    }

    private static Proposal proposal(String strategy, TriggerHit hit, StrategyPack.Answer answer, Moment moment,
            Prices prices, double sizeFactor) {
        String id = moment.identity(new ContentDigest().texts(strategy, hit.rule(), moment.instrument().value(),
                hit.side().name())).first16();
        return new Proposal(id, strategy, hit.rule(), hit.intent(), moment.instrument(), hit.side(),
                moment.openTimeMs(), moment.decidedAtMs(), moment.closeE8(), prices.stopE8(), prices.targetE8(),
                confidence(hit), answer.rulesVersion(), moment.seen(hit, answer.saw()),
                Math.min(sizeFactor, Proposal.SIZE_FACTOR_MAX));
    }
}
