package org.portcullis.order;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * What the gateway or a venue said about one order; comes in on {@code order.report.v1}.
 *
 * @param reportId unique per thing said; a repeated report changes nothing
 * @param kind what was said
 * @param venueOrderId the venue's id once it has one
 * @param venueTradeId the venue's id of the fill; present exactly for {@code FILLED}
 * @param quantity the filled quantity of this fill; zero otherwise
 * @param price the price of this fill; zero otherwise
 * @param fee the fee of this fill, positive when paid
 * @param maker whether this fill added liquidity
 * @param atMs event time at the venue, UTC milliseconds
 * @param text the venue's words or our reason
 */
public record OrderReport(String reportId, ClientOrderId clientOrderId, Kind kind, @Nullable String venueOrderId,
        @Nullable String venueTradeId, Quantity quantity, Price price, Money fee, boolean maker, long atMs,
        String text) {

    /** What can be said. */
    public enum Kind { ACCEPTED, FILLED, CANCELED, EXPIRED, REJECTED, CANCEL_REFUSED, FAILED }
}
