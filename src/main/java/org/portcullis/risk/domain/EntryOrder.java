package org.portcullis.risk.domain;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * An order that would open or enlarge a position. When sizing left less than the venue takes, the smallest order that
 * it
 * does take is judged instead: so the check that leaves no room fails with its numbers, not only the venue's minimum.
 *
 * @param side direction
 * @param quantity what is judged
 * @param sized what sizing permitted, whole lots; may be zero
 * @param notional worth of {@code quantity} at the price at which it is counted, rounded up
 * @param sizedNotional worth of {@code sized} at that price, rounded down
 * @param cost what must be there in money for {@code quantity} with the worst fee, rounded up
 * @param lossAtStop what {@code quantity} loses up to the stop, both fees included, rounded up
 * @param stopDistance how far the stop lies on the losing side of one unit's limit price: below it for a purchase,
 *     above it for a sale; negative when it lies on the other side
 * @param tick smallest price step of one unit
 */
public record EntryOrder(Side side, Quantity quantity, Quantity sized, Money notional, Money sizedNotional, Money cost,
        Money lossAtStop, Money stopDistance, Money tick) {

    /** The order that is judged at these prices. */
    public static EntryOrder of(Worth worth, Quantity sized, Quantity smallest, long tickE8) {
        Quantity judged = sized.compareTo(smallest) >= 0 ? sized : smallest;
        return new EntryOrder(worth.side(), judged, sized, worth.notional(judged), worth.notionalAtLeast(sized),
                worth.cost(judged), worth.lossAtStop(judged), worth.stopDistance(), new Money(tickE8));
    }

    /** Whether it is a purchase. */
    public boolean buys() {
        return side == Side.BUY;
    }
}
