package org.portcullis.research.domain.signals;

import java.util.Arrays;

/**
 * Moves in percent, counted: mean and spread are exact, the median is that of 2,048 steps between a number and its
 * double, so at most 0.03 % of itself off. Size does not grow with the number of moves.
 */
final class MoveCounts {

    /** Bits of a number's fraction that tell steps apart. */
    private static final int FRACTION = 11;
    private static final int SHIFT = 52 - FRACTION;
    /** Steps below 2<sup>-22</sup> percent are no move. */
    private static final long BELOW = 1_023 - 22 << FRACTION;
    /** Steps up to 2<sup>14</sup> percent are told apart. */
    private static final int STEPS = 22 + 14 << FRACTION;

    private final int[] counts = new int[2 * STEPS];
    private double sum;
    private double squares;
    private long count;

    /** Counts the moves from each of these prices but the last ones to the price so many places later. */
    void add(double[] prices, int from, int to, int later) {
        int[] steps = counts;
        double all = sum;
        double allSquares = squares;
        for (int i = from; i < to - later; i++) {
            double move = BarPath.pct(prices[i], prices[i + later]);
            all += move;
            allSquares += move * move;
            steps[place(move)]++;
        }
        sum = all;
        squares = allSquares;
        count += Math.max(0, (long) to - later - from);
    }

    private static int place(double move) {
        long bits = Double.doubleToRawLongBits(move);
        int step = (int) Math.min(STEPS - 1, Math.max(0, ((bits & Long.MAX_VALUE) >>> SHIFT) - BELOW));
        return (int) (bits >>> Long.SIZE - 1) * STEPS + step;
    }

    /** Adds what another has counted. */
    void add(MoveCounts other) {
        sum += other.sum;
        squares += other.squares;
        count += other.count;
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    void clear() {
        sum = 0;
        squares = 0;
        count = 0;
        Arrays.fill(counts, 0);
    }

    /** What was counted; moves down are right where the price should fall. */
    UsualMove figures() {
        long up = count(1);
        long down = count(STEPS + 1);
        return new UsualMove(count, sum, squares, median(), up, down);
    }

    private long count(int from) {
        long sum = 0;
        for (int i = from; i < from + STEPS - 1; i++) {
            sum += counts[i];
        }
        return sum;
    }

    private double median() {
        return count == 0 ? Double.NaN : (at((count - 1) / 2) + at(count / 2)) / 2;
    }

    /** The move that stands at that place when all stand in order. */
    private double at(long place) {
        long passed = 0;
        for (int step = STEPS - 1; step >= 0; step--) {
            passed += counts[STEPS + step];
            if (passed > place) {
                return -middle(step);
            }
        }
        for (int step = 0; step < STEPS; step++) {
            passed += counts[step];
            if (passed > place) {
                return middle(step);
            }
        }
        throw new IllegalStateException("fewer moves than were counted");
    }

    private static double middle(int step) {
        return step == 0 ? 0 : Double.longBitsToDouble((step + BELOW << SHIFT) + (1L << SHIFT - 1));
    }
}
