package org.portcullis.market;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.rules.TickGuardRules;
import org.portcullis.market.adapter.rules.TickLimitsInForce;
import org.portcullis.market.domain.bars.LiveBook;

/**
 * Door from live events to closed minute bars (S1-02): guards look at every tick, believed trades enter their minute,
 * minutes close together. Used by one thread; {@link #quote} and {@link #counts} may be asked from any.
 */
public interface LiveBars {

    /**
     * Bars under the guard rules of {@code rules/market}.
     *
     * @param rulesInForce  gives the rule base {@code market} in force
     * @param policyInForce gives the policy in force
     * @param notes         told of everything that a person may want to read; never throws
     */
    static LiveBars under(Supplier<RuleBook> rulesInForce, Supplier<Policy> policyInForce, LiveTerms terms,
            Consumer<LiveNote> notes) {
        return new LiveBook(new TickGuardRules(rulesInForce), new TickLimitsInForce(policyInForce), terms, notes);
    }

    /**
     * Begins to follow an instrument; nothing is told of minutes before {@code fromMs}. One that was followed before
     * goes on after its last final minute, and nothing of it counts as heard until it is covered again.
     *
     * @param fromMs first moment of interest by the venue's clock, UTC milliseconds; its minute is asked for when it is
     *               not heard wholly
     * @param trading whether its market is open at a moment, UTC milliseconds: a minute without trades outside of its
     *                sessions is nothing
     */
    void follow(InstrumentId instrument, long fromMs, LongPredicate trading);

    /** Rests an instrument that nobody listens to any more: no minute of it closes until it is followed again. */
    void unfollow(InstrumentId instrument);

    /**
     * Takes what came. What goes wrong with one instrument is told and stops no other.
     *
     * @return the minutes that became final, oldest first; bars of one instrument never go back in time
     */
    List<ClosedMinute> take(MarketBatch batch);

    /** Minutes to ask the venue for, one stretch for an instrument. */
    List<BarsWanted> wanted();

    /** The newest believed quote. */
    Optional<Quote> quote(InstrumentId instrument);

    /** Refused ticks by code since the start. */
    Map<TickFlagCode, Long> refused();

    /** What happened since the start, by kind. */
    Map<LiveNote.Code, Long> counts();
}
