package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * What may be done with an instrument from now on.
 *
 * @param instrument which
 * @param timeMs     when, by the venue's clock, UTC milliseconds
 * @param status     what may be done
 */
public record StatusUpdate(InstrumentId instrument, long timeMs, TradingStatus status) implements MarketEvent {

    public StatusUpdate {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(status, "status");
    }
}
