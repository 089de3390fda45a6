package org.portcullis.research.domain.training;

/**
 * An entry at random, under the same barriers and costs as the patterns.
 *
 * @param startMs    close time of the bar at which it entered, UTC milliseconds
 * @param direction  1 bought, -1 sold
 * @param profitRisk profit after fees and slippage, in R
 */
public record RandomEntry(long startMs, int direction, double profitRisk) {
}
