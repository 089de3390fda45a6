package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * One trade at a venue, or several of one taker at one price put together by the venue.
 *
 * @param instrument   what was traded
 * @param timeMs       when, by the venue's clock, UTC milliseconds
 * @param venueTradeId the venue's number of it, growing by one; -1 where the venue numbers none
 * @param priceE8      at which price, in 10<sup>-8</sup> of the quote currency
 * @param quantityE8   how much, in 10<sup>-8</sup> of the base unit (contracts for futures)
 * @param takerBought  whether the buyer took from the book
 */
public record Trade(InstrumentId instrument, long timeMs, long venueTradeId, long priceE8, long quantityE8,
        boolean takerBought) implements MarketEvent {

    public Trade {
        Objects.requireNonNull(instrument, "instrument");
    }
}
