package org.portcullis.strategy;

/**
 * How much speaks for a breakout being false: points by sign, as a fact for the rules of false-breakout. A measure that
 * could not be taken earns nothing.
 *
 * @param direction   direction of the trade: -1 when the bar broke upwards, 1 downwards
 * @param wick        points for a long wick beyond the level
 * @param closeBack   points for a close on the near side
 * @param volume      points for a volume spike
 * @param penetration points for going beyond the level neither too little nor too far
 * @param touches     points for a level that was touched before
 * @param age         points for an old level
 * @param barsBeyond  points for having closed beyond the level hardly ever
 * @param total       the sum of all
 */
public record BreakoutScore(int direction, double wick, double closeBack, double volume, double penetration,
        double touches, double age, double barsBeyond, double total) {
}
