package org.portcullis.market;

/** What a venue lets one do with an instrument (S2-REQ-EX1), the widest first. Never renamed. */
public enum TradingStatus {
    /** Everything. */
    TRADING,
    /** Only orders that wait in the book. */
    POST_ONLY,
    /** Only orders with a limit price. */
    LIMIT_ONLY,
    /** Only cancelling. */
    CANCEL_ONLY,
    /** Nothing: halted, delisted, not yet listed, or settled. */
    OFFLINE
}
