package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;

/** The question of the desk to the market: between which prices was it worth lately? */
public interface PriceWindow {

    /** The range of prices believed at or after that moment, or nothing when none was. */
    Optional<PriceRange> range(InstrumentId instrument, long fromMs);

    /**
     * A range of believed prices.
     *
     * @param lowest positive
     * @param highest not below {@code lowest}
     */
    record PriceRange(Price lowest, Price highest) {
    }
}
