package org.portcullis.market.domain.indicator;

/**
 * Where a value stands among the last {@code window} values. They are counted on steps by size, and only those on the
 * value's own step are looked at. What is told does not depend on the steps; they are meant for deviations of prices:
 * values that differ by less than a hundredth of themselves from most others, or are below zero, take longer.
 */
public final class RollingRank {

    private final double[] ring;
    private final RankSteps steps;
    /** Length of the window as a number, see {@link Adx}. */
    private final double length;
    private int count;
    private int next;

    public RollingRank(int window) {
        this.ring = new double[window];
        this.steps = new RankSteps(ring);
        this.length = window;
    }

    /**
     * Takes the next value, a number; its rank among the values held, itself included: the share of those below it and
     * half of those equal to it. Between 0 and 1, 0.5 when all are alike, {@link Double#NaN} for no number.
     */
    public double push(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (count == ring.length) {
            steps.dropOldest(next);
        } else {
            count++;
        }
        // so that there is one zero: the order of doubles knows two
        ring[next] = value + 0.0;
        double twiceBelow = steps.add(next);
        next = next + 1 == ring.length ? 0 : next + 1;
        return twiceBelow / 2 / (count == ring.length ? length : count);
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count == ring.length;
    }

    /** Values held. */
    public int size() {
        return count;
    }
}
