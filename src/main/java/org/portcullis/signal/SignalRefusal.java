package org.portcullis.signal;

/** Why something that came to a webhook did not become a signal. Never renamed. */
public enum SignalRefusal {
    /** It came from an address that is not allowed. */
    ADDRESS_NOT_ALLOWED(403),
    /** No secret is configured for the source, so nothing from it can be believed. */
    SOURCE_UNKNOWN(401),
    /** The secret of the source stands neither in the path nor in the body. */
    SECRET_WRONG(401),
    /** More came in a minute than is accepted; in calls. */
    RATE_EXCEEDED(429),
    /** The body is longer than is read; in bytes. */
    BODY_TOO_LARGE(413),
    /** The body did not arrive in time; in milliseconds. */
    BODY_TOO_SLOW(408),
    /** There is no body. */
    BODY_EMPTY(400),
    /** The body is no UTF-8, or hides the secret in an escaped form. */
    BODY_ENCODING(400),
    /** The body begins as JSON and is none: broken, too deep, or with a key given twice. */
    BODY_MALFORMED(400),
    /** A placeholder of the sender was left unfilled. */
    PLACEHOLDER_UNRESOLVED(400),
    /** No mapping knows this shape. */
    SHAPE_UNKNOWN(400),
    /** A field is missing or holds what it cannot hold. */
    FIELD_UNREADABLE(400),
    /** The instrument is not in the catalogue and no alias leads to one; in instruments found and needed. */
    INSTRUMENT_UNKNOWN(422),
    /** The exchange data behind the alert is delayed; in delayed feeds found and allowed. */
    FEED_DELAYED(422),
    /** It was fired later than our clock says; in milliseconds. */
    SIGNAL_AHEAD(422),
    /** Its price is too far from the last believed price; in percent. */
    PRICE_AWAY(422),
    /** It was fired too long ago; kept and never traded; in milliseconds. */
    SIGNAL_STALE(202);

    private final int status;

    SignalRefusal(int status) {
        this.status = status;
    }

    /** HTTP status of the answer; never one that makes the sender try again. */
    public int status() {
        return status;
    }
}
