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
 * @param notional worth of {@code quantity} at the limit price, rounded up
 * @param sizedNotional worth of {@code sized} at the limit price, rounded down
 * @param cost price of {@code quantity} with the worst fee, rounded up
 * @param lossAtStop what {@code quantity} loses down to the stop, both fees included, rounded up
 * @param stopDistance limit price minus stop price of one unit; negative when the stop lies above
 * @param tick smallest price step of one unit
 */
public record EntryOrder(Side side, Quantity quantity, Quantity sized, Money notional, Money sizedNotional, Money cost,
        Money lossAtStop, Money stopDistance, Money tick) {

    /** The order that is judged at these prices. */
    public static EntryOrder of(Side side, Worth worth, Quantity sized, Quantity smallest, long tickE8) {
        Quantity judged = sized.compareTo(smallest) >= 0 ? sized : smallest;
        long distanceE8 = worth.stopPrice().e8() == 0 ? 0 : worth.limitPrice().e8() - worth.stopPrice().e8();
        return new EntryOrder(side, judged, sized, worth.notional(judged), worth.notionalAtLeast(sized),
                worth.cost(judged), worth.lossAtStop(judged), new Money(distanceE8), new Money(tickE8));
    }

    /** Whether it is a purchase. */
    public boolean buys() {
        return side == Side.BUY;
    }
}
