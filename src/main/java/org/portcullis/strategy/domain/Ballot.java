package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.StrategyOutcome;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;

/** What the packs said at one moment, until it is one outcome. */
public final class Ballot {

    /** A signal may call for closing what is held either way before something is opened. */
    private static final List<Predicate<TriggerHit>> SIGNAL_PARTS = List.of(
            hit -> hit.intent() == Intent.EXIT && hit.side() == Side.SELL,
            hit -> hit.intent() == Intent.EXIT && hit.side() == Side.BUY,
            hit -> hit.intent() == Intent.ENTER);

    /** Mostly nobody proposes anything: then only instrument and bar are told, and nothing is put together. */
    private final @Nullable StrategyContext bar;
    private @Nullable Moment moment;
    private final InstrumentId instrument;
    private final long openTimeMs;
    private final Optional<String> exclusion;
    private List<Proposal> formed = List.of();
    private @Nullable NoTrade refused;
    private Words nearest = Words.NONE;

    /** @param exclusion why the instrument may not be entered; empty when it may */
    private Ballot(Moment moment, Optional<String> exclusion) {
        this.bar = null;
        this.moment = moment;
        this.instrument = moment.instrument();
        this.openTimeMs = moment.openTimeMs();
        this.exclusion = exclusion;
    }

    /**
     * The close of a bar.
     *
     * @param exclusion why the instrument may not be entered; empty when it may
     */
    public Ballot(StrategyContext bar, Optional<String> exclusion) {
        this.bar = bar;
        this.instrument = bar.features().instrument();
        this.openTimeMs = bar.features().openTimeMs();
        this.exclusion = exclusion;
    }

    /** Takes what one pack said. */
    public void take(String strategy, StrategyPack.Answer answer) {
        nearest = nearest.or(answer.words());
        if (answer.hits().isEmpty()) {
            return;
        }
        ProposalMaker.Made made = ProposalMaker.make(strategy, answer, moment(), exclusion);
        formed = formed.isEmpty() ? made.proposals() : together(formed, made.proposals());
        refused = refused == null ? made.refused() : refused;
    }

    /** One pack could not say anything: that is the reason when nobody else proposes. */
    public void stopped(String strategy, String failure) {
        if (refused == null) {
            refused = new NoTrade(instrument, openTimeMs, NoTradeReason.RULES_STOPPED,
                    Words.of(strategy + ": " + failure));
        }
    }

    private static List<Proposal> together(List<Proposal> before, List<Proposal> after) {
        List<Proposal> all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }

    private Moment moment() {
        Moment known = moment;
        if (known == null) {
            known = Moment.of(Objects.requireNonNull(bar));
            moment = known;
        }
        return known;
    }

    /** All exits and the entry with the highest confidence, or the one reason for nothing. */
    public StrategyOutcome outcome() {
        if (!formed.isEmpty()) {
            return Contest.decide(formed);
        }
        if (exclusion.isPresent()) {
            return idle(NoTradeReason.NOT_IN_UNIVERSE, Words.of(exclusion.get()));
        }
        NoTrade refusal = refused;
        return refusal == null ? idle(NoTradeReason.NO_TRIGGER, nearest) : new StrategyOutcome.Idle(refusal);
    }

    /**
     * What packs said to a signal: at most one exit of each side and strategy and one entry, exits first; or the
     * one reason for nothing.
     *
     * @param answers what each pack said
     */
    public static List<StrategyOutcome> ofSignal(Map<StrategyPack, StrategyPack.Answer> answers, Moment moment,
            Optional<String> exclusion) {
        List<StrategyOutcome> proposed = new ArrayList<>();
        List<StrategyOutcome> idle = new ArrayList<>();
        for (Predicate<TriggerHit> part : SIGNAL_PARTS) {
            Ballot ballot = new Ballot(moment, exclusion);
            answers.forEach((pack, answer) -> ballot.take(pack.name(), only(answer, part)));
            StrategyOutcome outcome = ballot.outcome();
            (outcome instanceof StrategyOutcome.Proposed ? proposed : idle).add(outcome);
        }
        // the entry comes last: when nothing is proposed, what became of it is the reason
        return proposed.isEmpty() ? List.of(idle.get(idle.size() - 1)) : proposed;
    }

    /** The part of an answer whose hits are so. */
    static StrategyPack.Answer only(StrategyPack.Answer answer, Predicate<TriggerHit> part) {
        return new StrategyPack.Answer(answer.hits().stream().filter(part).toList(), answer.rulesVersion(),
                answer.stopAtr(), answer.targetAtr(), answer.words(), answer.saw());
    }

    private StrategyOutcome idle(NoTradeReason reason, Words words) {
        return new StrategyOutcome.Idle(new NoTrade(instrument, openTimeMs, reason, words));
    }
}
