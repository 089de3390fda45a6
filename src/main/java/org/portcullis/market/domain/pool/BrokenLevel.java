package org.portcullis.market.domain.pool;

/**
 * A pool's level that a bar went beyond.
 *
 * @param direction  1 for a level below price, whose false break is an idea to buy, -1 for one above
 * @param level      its price
 * @param ageBars    bars since it was defined
 * @param barsBeyond bars in a row, up to the one before, that closed beyond it
 * @param touches    earlier touches of it
 */
public record BrokenLevel(int direction, double level, long ageBars, int barsBeyond, int touches) {
}
