package org.portcullis.risk.breaker;

/**
 * A breaker was let go; published inside the transaction that forgot it.
 *
 * @param was the trip that ended
 * @param by who let it go
 * @param reason why, in words
 * @param atMs event time, UTC milliseconds
 */
public record BreakerRearmed(Trip was, String by, String reason, long atMs) {
}
