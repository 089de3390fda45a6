package org.portcullis.risk.domain.breaker;

/**
 * How long the newest verdicts took (S4-M10).
 *
 * @param p95Micros time from an event's receipt to its verdict that 95 of 100 verdicts kept, in microseconds
 * @param p95MicrosMax a longer time trips, in microseconds
 */
public record VerdictLatency(long p95Micros, long p95MicrosMax) {
}
