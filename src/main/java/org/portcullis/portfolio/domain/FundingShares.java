package org.portcullis.portfolio.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;

/** Whose funding is whose: the venue settles the account's net position, strategies held parts of it. */
public final class FundingShares {

    /** Strategy of what no strategy held. */
    public static final String UNASSIGNED = "unassigned";

    private FundingShares() {
    }

    /**
     * The share of every strategy: its own position's, so that a long and a short one pay each other even when the
     * venue sees neither. What the venue's total leaves over goes to the largest position, or to nobody's.
     *
     * @param heldE8 what each strategy held when it was due, signed
     * @param total what the venue paid in all, negative when it took
     */
    public static SortedMap<String, Money> of(SortedMap<String, Long> heldE8, Money total, Price mark,
            long multiplierE8, long rateE8) {
        SortedMap<String, Money> shares = new TreeMap<>();
        Money left = total;
        String largest = UNASSIGNED;
        long mostE8 = 0;
        for (Map.Entry<String, Long> held : heldE8.entrySet()) {
            Money own = VenueFunding.cash(held.getValue(), mark, multiplierE8, rateE8);
            shares.put(held.getKey(), own);
            left = left.minus(own);
            if (Math.abs(held.getValue()) > mostE8) {
                mostE8 = Math.abs(held.getValue());
                largest = held.getKey();
            }
        }
        if (left.e8() != 0) {
            shares.merge(largest, left, Money::plus);
        }
        return shares;
    }
}
