package org.portcullis.market.domain.indicator;

/**
 * Where a value stands among the last {@code window} values. They lie on shelves by size; how many lie on lower shelves
 * is carried from value to value, for the next one mostly belongs a few shelves away, and only its own shelf is looked
 * through. What is told does not depend on how the shelves are cut.
 */
public final class RollingRank {

    private final double[] ring;
    private final RankShelves shelves;
    private int count;
    private int next;

    public RollingRank(int window) {
        this.ring = new double[window];
        this.shelves = new RankShelves(ring);
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
            shelves.dropOldest(next);
        } else {
            count++;
        }
        // so that there is one zero: the order of doubles knows two
        ring[next] = value + 0.0;
        double twiceBelow = shelves.add(next);
        next = next + 1 == ring.length ? 0 : next + 1;
        return twiceBelow / 2.0 / count;
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
