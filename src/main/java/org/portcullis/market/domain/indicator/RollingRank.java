package org.portcullis.market.domain.indicator;

/**
 * Where a value stands among the last {@code window} values. They are kept in order; the newest takes the place of the
 * oldest by moving what lies between the two, which for a few thousand values is one short copy in memory.
 */
public final class RollingRank {

    private final double[] ring;
    private final double[] sorted;
    private int count;
    private int next;

    public RollingRank(int window) {
        this.ring = new double[window];
        this.sorted = new double[window];
    }

    /**
     * Takes the next value, a number; its rank among the values held, itself included: the share of those below it and
     * half of those equal to it. Between 0 and 1, 0.5 when all are alike, {@link Double#NaN} for no number.
     */
    public double push(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        // so that there is one zero: the order of doubles knows two
        double added = value + 0.0;
        int at = below(added, count);
        int free = count;
        if (count == ring.length) {
            double oldest = ring[next];
            free = below(oldest, count);
            at -= oldest < added ? 1 : 0;
        } else {
            count++;
        }
        ring[next] = added;
        next = next + 1 == ring.length ? 0 : next + 1;
        move(free, at);
        sorted[at] = added;
        return (at + alike(added, at) / 2.0) / count;
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count == ring.length;
    }

    /** Values held. */
    public int size() {
        return count;
    }

    /** Moves what lies between the two places, so that the first is filled and the second free. */
    private void move(int free, int at) {
        if (at > free) {
            System.arraycopy(sorted, free + 1, sorted, free, at - free);
        } else if (at < free) {
            System.arraycopy(sorted, at, sorted, at + 1, free - at);
        }
    }

    /** How many of the first {@code size} values lie below the value; halves without a branch to foretell. */
    private int below(double value, int size) {
        int base = 0;
        int length = size;
        while (length > 1) {
            int half = length >>> 1;
            base += sorted[base + half - 1] < value ? half : 0;
            length -= half;
        }
        return length == 1 && sorted[base] < value ? base + 1 : base;
    }

    /** How many of the values from {@code first} on equal it, itself included. */
    private int alike(double value, int first) {
        if (first + 1 == count || sorted[first + 1] > value) {
            return 1;
        }
        int low = first + 1;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - first;
    }
}
