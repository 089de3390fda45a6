package org.portcullis.venue;

import org.jspecify.annotations.Nullable;
import org.portcullis.order.OrderReport;

/**
 * One record of the gateway's own log.
 *
 * @param kind what happened
 * @param clientOrderId the order; empty for {@code STARTED}
 * @param verdict the gateway's own last word about the order, for {@code SETTLED}
 */
record GatewayRecord(Kind kind, String clientOrderId, @Nullable OrderReport verdict) {

    /** What the gateway notes. */
    enum Kind {
        /** The gateway was started. */
        STARTED,
        /** The venue is about to be asked to work the order; from here on it may know it. */
        SENDING,
        /** The venue has answered. */
        ANSWERED,
        /** The order never went to the venue and never will. */
        SETTLED
    }
}
