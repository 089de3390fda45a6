package org.portcullis.web;

import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One open position.
 *
 * @param cost what was paid for it, without fees
 * @param last the last price shown by the feed; nothing before the first
 * @param stop where it is closed now; nothing when nothing protects it
 * @param unprotected whether nobody gave it a stop: an incident, the policy's default stop holds at most
 * @param protection what protects it; nothing in the instant before the desk has looked
 */
public record PositionLine(String account, String instrument, String strategy, Quantity quantity, Money cost,
        Money entryFees, Instant openedAt, @Nullable Price last, @Nullable Price stop,
        boolean unprotected, @Nullable ProtectionLine protection) {

    /** The weighted price at which it was entered. */
    public Price entry() {
        return new Price(FixedPoint.divide(cost.e8(), quantity.e8(), RoundingMode.HALF_EVEN));
    }

    /** What it is worth at the last price; what was paid while there is none. */
    public Money worth() {
        return last == null ? cost : last.times(quantity, FixedPoint.ONE);
    }

    /** What selling it at the last price would gain before the exit fee; nothing while there is no price. */
    public @Nullable Money profit() {
        return last == null ? null : worth().minus(cost).minus(entryFees);
    }
}
