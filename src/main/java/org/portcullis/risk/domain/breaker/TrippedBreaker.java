package org.portcullis.risk.domain.breaker;

/**
 * One tripped breaker in whose scope the order lies.
 *
 * @param check name of the check, {@code breaker.daily-loss}
 * @param scope what it stops, in words
 * @param permitsEntries whether it only warns
 */
public record TrippedBreaker(String check, String scope, boolean permitsEntries) {
}
