package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;

/** The question of the desk to the market: what is it worth? */
public interface PriceView {

    /** The last believed price, or nothing when none was believed yet. */
    Optional<LastPrice> last(InstrumentId instrument);

    /**
     * A price that was believed.
     *
     * @param price close of the bar; positive
     * @param eventTimeMs close time of the bar, UTC milliseconds
     */
    record LastPrice(Price price, long eventTimeMs) {
    }
}
