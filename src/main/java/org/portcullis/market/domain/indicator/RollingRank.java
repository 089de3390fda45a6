package org.portcullis.market.domain.indicator;

import java.util.Arrays;

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
        int free = count;
        if (count == ring.length) {
            free = placeOf(ring[next]);
        } else {
            count++;
        }
        ring[next] = added;
        next = next + 1 == ring.length ? 0 : next + 1;
        return place(added, free);
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count == ring.length;
    }

    /** Values held. */
    public int size() {
        return count;
    }

    /** Puts the value before its equals, the place at {@code free} being empty. */
    private double place(double value, int free) {
        int at = below(value, free);
        if (at > free) {
            System.arraycopy(sorted, free + 1, sorted, free, at - free);
        } else if (at < free) {
            System.arraycopy(sorted, at, sorted, at + 1, free - at);
        }
        sorted[at] = value;
        return (at + alike(value, at) / 2.0) / count;
    }

    /** How many of the values from {@code first} on equal it. */
    private int alike(double value, int first) {
        int low = first;
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

    /** How many of the values held, the free place left out, lie below the value. */
    private int below(double value, int free) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle < free ? middle : middle + 1] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int placeOf(double held) {
        return Arrays.binarySearch(sorted, 0, count, held);
    }
}
