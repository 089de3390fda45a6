package org.portcullis.market;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.universe.RollingUniverse;

/**
 * Watches bars and quotes and judges from time to time, in event time, which symbols may be traded (S2-REQ-U1). One
 * thread shows it the market; {@link #present}, {@link #whyNot} and {@link #bestPair} may be asked from any.
 */
public interface UniverseDesk {

    /**
     * A desk that has seen nothing: nothing is in.
     *
     * @param catalogue knows the instruments and what their venue says of them
     * @param plan      says the tiers
     * @param judge     asks the rules
     * @param bans      knows the temporary bans
     * @param policy    gives the policy in force; a changed limit counts from the next judgement on
     */
    static UniverseDesk of(CatalogueDesk catalogue, UniversePlan plan, UniverseJudge judge, Bans bans,
            Supplier<Policy> policy) {
        return of(catalogue, plan, judge, bans, policy, instrument -> Optional.empty());
    }

    /**
     * The same, which looks up the newest believed quotes of a live feed when it judges.
     *
     * @param live the newest believed quote of an instrument; asked by the thread that judges
     */
    static UniverseDesk of(CatalogueDesk catalogue, UniversePlan plan, UniverseJudge judge, Bans bans,
            Supplier<Policy> policy, Function<InstrumentId, Optional<Quote>> live) {
        return new RollingUniverse(catalogue, plan, judge, bans, policy, live);
    }

    /**
     * Takes a bar that is believed. The first bar of the time after a boundary of
     * {@code market.universe.evaluate-every} makes the desk judge what was known at the boundary.
     */
    void onBar(Bar bar);

    /** Takes a bar unless the guard rules refused it; what is merely held back is believed. */
    default void onOutcome(Bar bar, MarketOutcome outcome) {
        boolean refused = outcome instanceof MarketOutcome.Flagged flagged && flagged.flags().stream()
                .anyMatch(flag -> flag.code().effect() == FlagCode.Effect.REFUSE);
        if (!refused) {
            onBar(bar);
        }
    }

    /**
     * Takes believed bars from before a restart, of several symbols, as if they had come one minute after the other;
     * only the judgement that would count now is made.
     *
     * @param series oldest first, one list for each symbol
     */
    default void onHistory(Collection<List<Bar>> series) {
        series.forEach(bars -> bars.forEach(this::onBar));
    }

    /** How far before the newest bar of a symbol its bars still count, in milliseconds; the first one always does. */
    default long lookBackMs() {
        return Long.MAX_VALUE;
    }

    /** Takes the last quote of a symbol. */
    void onQuote(Quote quote);

    /** Judges now, as after a ban or a change of the policy; the universe that counts from now on. */
    Universe evaluate(long atMs);

    /** The universe that counts. */
    Universe present();

    /** Why an instrument may not be entered now; empty when it may. */
    default Optional<String> whyNot(InstrumentId instrument) {
        return present().whyNot(instrument);
    }

    /**
     * The best pair to trade a base currency in (S2-OM10), of those in the universe.
     *
     * @param base such as {@code BTC}
     * @param atMs now, UTC milliseconds
     */
    PairChoice bestPair(String base, long atMs);
}
