package org.portcullis.risk.domain.breaker;

/**
 * How often a strategy has given the same order lately: the same side of the same symbol, whatever the size and the
 * price (B-R11).
 *
 * @param withOrder how often within the window, the order that is judged included
 * @param max more often stops the strategy
 */
public record Repetition(int withOrder, int max) {
}
