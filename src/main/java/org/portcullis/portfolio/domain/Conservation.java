package org.portcullis.portfolio.domain;

import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;

/**
 * The identity that every account keeps, to the last unit, after every fill:
 *
 * <pre>initial cash + realised = cash + cost of open positions + entry fees of open positions</pre>
 *
 * <p>A purchase moves worth and fee from cash to cost and entry fees. A sale moves cost and entry fees back as cash;
 * what came in beyond them is realised. A short position is the mirror image: its cost is what came in, and counts
 * below zero. On margin only fees and what is realised move cash, so such a position has no cost here. Funding and what
 * was adopted or written off are realised at once. Nothing else ever moves.
 *
 * @param initialCash what the account began with
 * @param realised profit realised since, funding included
 * @param cash what is there
 * @param cost cost of all open positions that are paid in full, below zero for short ones
 * @param entryFees entry fees of all open positions
 */
public record Conservation(Money initialCash, Money realised, Money cash, Money cost, Money entryFees) {

    /** Left side less right side; zero when nothing came from nowhere and nothing went there. */
    public Money difference() {
        return initialCash.plus(realised).minus(cash).minus(cost).minus(entryFees);
    }

    /**
     * Stops the caller when money appeared or vanished.
     *
     * @throws IllegalStateException with all five amounts
     */
    public void hold(String account) {
        Invariant.hold(difference().e8() == 0, () -> "account " + account + " does not conserve: " + this
                + " differs by " + difference());
    }
}
