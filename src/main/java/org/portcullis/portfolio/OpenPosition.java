package org.portcullis.portfolio;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One open position as a page shows it.
 *
 * @param cost what was paid, fees not included
 * @param entryFees entry fees that belong to it
 * @param averageEntry weighted average entry price
 * @param mark last believed price, if any
 * @param unrealised profit at that price, entry fees deducted, exit fee not; nothing without a price
 * @param openedAt event time of the first fill
 */
public record OpenPosition(InstrumentId instrument, String strategy, Quantity quantity, Money cost, Money entryFees,
        Price averageEntry, Optional<Price> mark, Optional<Money> unrealised, Instant openedAt) {

    /** Worth at the last price, at cost while there is none. */
    public Money worth() {
        return unrealised.map(profit -> cost.plus(entryFees).plus(profit)).orElse(cost);
    }
}
