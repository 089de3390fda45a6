package org.portcullis.venue.stream;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;

/** A venue's public REST side, as requests to make and answers to read. Knows the wire, makes no request itself. */
public interface VenueHistory {

    /** Most bars that one request may ask for; 0 when the venue gives bars over its stream only. */
    int barsMax();

    /**
     * The request (GET) for minute bars that open in {@code [fromMs, toMs)}, UTC milliseconds. An answer does not tell
     * what time it is: who asks keeps {@code toMs} at or before the start of the minute that is still open.
     */
    URI bars(Instrument instrument, long fromMs, long toMs);

    /**
     * The closed bars of an answer, oldest first.
     *
     * @throws IllegalArgumentException when it cannot be read; the message says what was wrong
     */
    List<Bar> readBars(Instrument instrument, String body);

    /** What the request for listings bears besides, by name of the header; asked anew each time: it may be secret. */
    default Map<String, String> listingHeaders() {
        return Map.of();
    }

    /** The request (GET) for a whole order book. */
    URI book(Instrument instrument);

    /** The request (GET) for everything that the venue lists. */
    URI listings();

    /**
     * The instruments of such an answer with their steps, minimums and status.
     *
     * @throws IllegalArgumentException when it cannot be read as a whole; single listings that cannot be used are left
     *                                  out and told in {@link Listings#refused}
     */
    Listings readListings(String body);
}
