package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * A minute as the venue itself summed it up: what our own bars are compared with, and what fills their holes.
 *
 * @param bar    the minute so far
 * @param timeMs when the venue said so, by its clock, UTC milliseconds
 * @param closed whether the minute is over and the bar final
 */
public record VenueBar(Bar bar, long timeMs, boolean closed) implements MarketEvent {

    public VenueBar {
        Objects.requireNonNull(bar, "bar");
    }

    @Override
    public InstrumentId instrument() {
        return bar.instrument();
    }
}
