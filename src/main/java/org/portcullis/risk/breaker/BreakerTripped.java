package org.portcullis.risk.breaker;

/** A breaker tripped, or climbed to a higher rung; published inside the transaction that keeps it. */
public record BreakerTripped(Trip trip) {
}
