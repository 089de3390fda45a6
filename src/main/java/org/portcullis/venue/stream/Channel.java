package org.portcullis.venue.stream;

/** What can be listened to. */
public enum Channel {
    /** Every trade. */
    TRADES,
    /** Best bid and offer. */
    QUOTES,
    /** The venue's own minute bars. */
    BARS,
    /** Mark price and funding. */
    FUNDING,
    /** The order book by its changes. */
    BOOK,
    /** What may be done with an instrument. */
    STATUS
}
