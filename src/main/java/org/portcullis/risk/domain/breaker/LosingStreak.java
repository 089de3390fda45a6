package org.portcullis.risk.domain.breaker;

/**
 * Trades in a row that ended at a loss (S0-07).
 *
 * @param trades how many
 */
public record LosingStreak(int trades) {
}
