package org.portcullis.risk.breaker;

/** The time of a tripped breaker is over; published inside the transaction that forgot it. */
public record BreakerEnded(Trip was) {
}
