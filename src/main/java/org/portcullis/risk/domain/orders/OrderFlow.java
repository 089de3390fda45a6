package org.portcullis.risk.domain.orders;

import java.util.List;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.domain.EntryOrder;

/**
 * What the desk let pass just before an entry (B-R4, B-R10, B-R12); exits and cancellations count and
 * are never held back.
 *
 * @param lastSecond orders and cancellations of the account in the second before it
 * @param lastMinute orders and cancellations of the account in the minute before it
 * @param perSecondMax orders that one second may bring, this one included
 * @param perMinuteMax orders that one minute may bring, this one included
 * @param alike sizes of entries of the same strategy in the same instrument, on the same side and at the same price
 *        limit, so short a time ago that one more would be a duplicate
 */
public record OrderFlow(int lastSecond, int lastMinute, int perSecondMax, int perMinuteMax, List<Quantity> alike) {

    public OrderFlow {
        alike = List.copyOf(alike);
    }

    /** Orders of the second, this one included. */
    public int secondWithOrder() {
        return lastSecond + 1;
    }

    /** Orders of the minute, this one included. */
    public int minuteWithOrder() {
        return lastMinute + 1;
    }

    /** Whether the order repeats one of them in its size too. */
    public boolean repeats(EntryOrder order) {
        return alike.contains(order.quantity());
    }
}
