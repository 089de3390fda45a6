package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * The best prices of an order book.
 *
 * @param instrument    whose book
 * @param timeMs        when, by the venue's clock, UTC milliseconds
 * @param bidE8         best price somebody pays, in 10<sup>-8</sup> of the quote currency
 * @param bidQuantityE8 how much is wanted there, in 10<sup>-8</sup> of the base unit
 * @param askE8         best price somebody asks, in 10<sup>-8</sup> of the quote currency
 * @param askQuantityE8 how much is offered there, in 10<sup>-8</sup> of the base unit
 */
public record Quote(InstrumentId instrument, long timeMs, long bidE8, long bidQuantityE8, long askE8,
        long askQuantityE8) implements MarketEvent {

    public Quote {
        Objects.requireNonNull(instrument, "instrument");
    }

    /** The same prices at another time. */
    public Quote at(long otherMs) {
        return new Quote(instrument, otherMs, bidE8, bidQuantityE8, askE8, askQuantityE8);
    }
}
