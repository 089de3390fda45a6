package org.portcullis.risk.breaker;

import org.portcullis.kernel.InstrumentId;

/** Where and when instruments trade, as breakers of the market have to know. */
public interface MarketHours {

    /** Its market is closed, or nothing is known of its hours. */
    long CLOSED = Long.MAX_VALUE;

    /** The venue an instrument trades at; empty when it is not listed. */
    String venue(InstrumentId instrument);

    /** Since when the instrument's market has been open without a pause, UTC milliseconds; or {@link #CLOSED}. */
    long openSinceMs(InstrumentId instrument, long nowMs);
}
