package org.portcullis.portfolio;

import java.time.Instant;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/** One fill as it stands in the ledger; {@code realised} is zero for a purchase. */
public record BookedFill(String venue, String venueTradeId, String clientOrderId, InstrumentId instrument,
        String strategy, Side side, Quantity quantity, Price price, Money fee, boolean maker, Money realised,
        Instant at) {
}
