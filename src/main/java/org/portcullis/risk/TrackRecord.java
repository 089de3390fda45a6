package org.portcullis.risk;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** The question of the desk to the portfolio: how did a strategy do so far? */
public interface TrackRecord {

    /**
     * The newest closed trades of one strategy in one account. A trade is one order that closed all or part of a
     * position; what it gained is the realised profit of its fills, fees deducted. One that gained nothing is a loss.
     *
     * @param last how many at most, the newest first
     */
    Closed closed(AccountId account, String strategy, int last);

    /**
     * Closed trades in sum.
     *
     * @param trades how many
     * @param wins how many of them gained
     * @param gained what the winners gained together; never negative
     * @param lost what the others lost together, as a positive amount
     */
    record Closed(int trades, int wins, Money gained, Money lost) {

        /** No trade was closed yet. */
        public static final Closed NONE = new Closed(0, 0, Money.ZERO, Money.ZERO);

        public Closed {
            if (wins < 0 || wins > trades || gained.isNegative() || lost.isNegative()) {
                throw new IllegalArgumentException(wins + " wins of " + trades + " trades, gained " + gained
                        + ", lost " + lost);
            }
        }
    }
}
