package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.HeldPosition;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyOutcome;
import org.portcullis.strategy.StrategyPack;

/**
 * Entries of signals that turn a position: the desk opens nothing against what is held, so the entry waits until its
 * strategy's exit is filled and is proposed at the next bar, once, at the price of then. A newer signal takes its
 * place; nothing is remembered over a restart. One thread.
 */
public final class Turns {

    private record Key(String strategy, InstrumentId instrument) {
    }

    private record Waiting(StrategyPack.Answer entry, Side side, long untilMs) {
    }

    private final HoldingView holdings;
    private final FloorCounts counts;
    private final Map<Key, Waiting> waiting = new HashMap<>();

    /** @param counts hears of entries for which it became too late */
    public Turns(HoldingView holdings, FloorCounts counts) {
        this.holdings = holdings;
        this.counts = counts;
    }

    /** Whether nothing waits. */
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** What was meant before a new signal for the instrument counts no more. */
    public void forget(InstrumentId instrument) {
        waiting.keySet().removeIf(key -> key.instrument().equals(instrument));
    }

    /**
     * Keeps back an entry whose strategy holds the other side and closes it on the same signal.
     *
     * @param outcomes what was said to the signal, exits before the entry
     * @param atMs     event time of the signal, UTC milliseconds
     * @param answers  what each pack said
     * @return the same with a reason in the place of an entry that waits
     */
    public List<StrategyOutcome> sift(List<StrategyOutcome> outcomes, Map<StrategyPack, StrategyPack.Answer> answers,
            long atMs) {
        List<StrategyOutcome> sifted = new ArrayList<>();
        for (StrategyOutcome outcome : outcomes) {
            NoTrade waits = outcome instanceof StrategyOutcome.Proposed proposed
                    ? waits(proposed.proposal(), outcomes, answers, atMs) : null;
            sifted.add(waits == null ? outcome : new StrategyOutcome.Idle(waits));
        }
        return sifted;
    }

    private @Nullable NoTrade waits(Proposal entry, List<StrategyOutcome> outcomes,
            Map<StrategyPack, StrategyPack.Answer> answers, long atMs) {
        if (entry.intent() != Intent.ENTER || !closes(outcomes, entry) || !opposed(entry.strategy(),
                entry.instrument(), entry.side())) {
            return null;
        }
        for (Map.Entry<StrategyPack, StrategyPack.Answer> said : answers.entrySet()) {
            StrategyPack pack = said.getKey();
            if (pack.name().equals(entry.strategy()) && pack.turnMs() > 0) {
                waiting.put(new Key(entry.strategy(), entry.instrument()), new Waiting(
                        Ballot.only(said.getValue(), hit -> hit.intent() == Intent.ENTER), entry.side(),
                        atMs + pack.turnMs()));
                return new NoTrade(entry.instrument(), entry.barOpenTimeMs(), NoTradeReason.TURN_WAITS,
                        entry.strategy() + " " + entry.side() + " when the other side is closed, within "
                                + pack.turnMs() / 60_000 + " min");
            }
        }
        return null;
    }

    private static boolean closes(List<StrategyOutcome> outcomes, Proposal entry) {
        return outcomes.stream().filter(StrategyOutcome.Proposed.class::isInstance)
                .flatMap(outcome -> ((StrategyOutcome.Proposed) outcome).all().stream())
                .anyMatch(exit -> exit.intent() == Intent.EXIT && exit.strategy().equals(entry.strategy())
                        && exit.side() == entry.side());
    }

    private boolean opposed(String strategy, InstrumentId instrument, Side side) {
        return holdings.held(strategy, instrument).filter(held -> held.direction() == -direction(side)).isPresent();
    }

    private static int direction(Side side) {
        return side == Side.BUY ? 1 : -1;
    }

    /**
     * What a strategy may enter at this bar because the other side is closed; nothing mostly. It is given once.
     *
     * @param closeMs close of the bar, UTC milliseconds
     */
    public StrategyPack.@Nullable Answer due(String strategy, InstrumentId instrument, long closeMs) {
        Key key = new Key(strategy, instrument);
        Waiting one = waiting.get(key);
        if (one == null) {
            return null;
        }
        if (closeMs > one.untilMs()) {
            waiting.remove(key);
            counts.add(NoTradeReason.TURN_EXPIRED);
            return null;
        }
        HeldPosition held = holdings.held(strategy, instrument).orElse(null);
        if (held == null || held.direction() == -direction(one.side())) {
            return null;
        }
        waiting.remove(key);
        return held.direction() == 0 ? one.entry() : null;
    }
}
