package org.portcullis.market;

/**
 * What a guard rule can find wrong with a trade or a quote. A tick with any of them reaches neither a bar nor a
 * trigger. Never renamed: figures count by these names.
 */
public enum TickFlagCode {
    /** A price of zero or less. */
    PRICE_NOT_POSITIVE,
    /** Nothing was traded, or nothing is wanted or offered at a shown price. */
    QUANTITY_NOT_POSITIVE,
    /** A quote of which a side is missing. */
    PARTIAL_QUOTE,
    /** A quote whose bid is not below its ask. */
    CROSSED_QUOTE,
    /** A quote too old to decide on (S2-REQ-ST1). */
    QUOTE_STALE,
    /** A tick too old for anything (S2-D5). */
    TIME_FROM_PAST,
    /** A tick that has not happened yet: a wrong clock (S2-D3). */
    TIME_FROM_FUTURE,
    /** The price left its surroundings too far without the volume that would confirm it (S2-REQ-O1). */
    OUTLIER,
    /** Bid and ask are so far apart that the middle is no price one can have. */
    SPREAD_WIDE
}
