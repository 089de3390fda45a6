package org.portcullis.order;

/** The eight states of an order (S2-OSM1). */
public enum OrderState {
    /** Judged and kept; not yet known to the venue. */
    NEW,
    /** Working at the venue, nothing filled. */
    OPEN,
    /** Working at the venue, part of it filled. */
    PARTIAL_FILL,
    /** Filled completely. */
    FILLED,
    /** Ended before it was filled, by us or a person; what was filled stays filled. */
    CANCELED,
    /** Ended because its time was over: an approval that did not come, a time in force. */
    EXPIRED,
    /** Refused by the venue, which proves that it is not working. */
    REJECTED,
    /** Ended by an error on our side before it left. */
    FAILED;

    /** Whether nothing can follow. */
    public boolean terminal() {
        return this != NEW && this != OPEN && this != PARTIAL_FILL;
    }
}
