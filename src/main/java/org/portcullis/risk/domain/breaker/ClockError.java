package org.portcullis.risk.domain.breaker;

/**
 * How far a clock may be wrong (S4-M10).
 *
 * @param errorMs largest known difference of the clock, in milliseconds
 * @param errorMsMax a larger one trips, in milliseconds
 */
public record ClockError(long errorMs, long errorMsMax) {
}
