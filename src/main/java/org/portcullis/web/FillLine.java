package org.portcullis.web;

import java.time.Instant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/** One execution in a list; {@code realised} is zero for an entry. */
public record FillLine(String venue, String venueTradeId, String clientOrderId, String account, String instrument,
        String strategy, String side, Quantity quantity, Price price, Money fee, boolean maker, Money realised,
        Instant at) {
}
