package org.portcullis.market;

import java.util.Objects;

/**
 * An instrument as its venue lists it today.
 *
 * @param instrument  how it trades, with our canonical symbol
 * @param venueSymbol how the venue writes it, such as {@code BTC-USD} or {@code MNQZ6}
 * @param status      what may be done with it
 * @param kind        what it is
 * @param listedAtMs  when trading in it began, UTC milliseconds; 0 when the venue does not tell
 * @param expiresAtMs when it ends, UTC milliseconds; 0 when it does not or the venue does not tell
 */
public record Listing(Instrument instrument, String venueSymbol, TradingStatus status, Kind kind, long listedAtMs,
        long expiresAtMs) {

    /** Kinds of instruments. */
    public enum Kind { SPOT, PERPETUAL, FUTURE }

    public Listing {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(venueSymbol, "venueSymbol");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(kind, "kind");
    }
}
