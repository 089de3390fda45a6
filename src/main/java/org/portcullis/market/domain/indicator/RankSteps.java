package org.portcullis.market.domain.indicator;

/**
 * The slots of a ring of values, counted on steps by the size of the value, on each in the order in which they came, so
 * that the oldest of all is the first on its step. How many lie below the step of the last value is carried on: the
 * next one mostly belongs a few steps away. Used by one thread.
 */
final class RankSteps {

    /** Bits of a number's fraction that tell steps apart: 128 of them between a number and its double. */
    private static final int FRACTION = 7;
    private static final int SHIFT = 52 - FRACTION;
    /** Smaller values, zero and those below it share the first step: 2<sup>-24</sup>, doubled 32 times for the last. */
    private static final int LOWEST = 1_023 - 24 << FRACTION;
    private static final int STEPS = 32 << FRACTION;

    private final double[] values;
    /** By slot: the one that came next to the same step. */
    private final int[] after;
    /** By step: how many values lie there, their first and last slot, and whether they are not all alike. */
    private final int[] sizes = new int[STEPS];
    private final int[] firsts = new int[STEPS];
    private final int[] lasts = new int[STEPS];
    private final boolean[] mixed = new boolean[STEPS];
    /** The step of the value added last, and how many lie below it. */
    private int at;
    private int lower;

    /** @param values the ring, written before a slot is added */
    RankSteps(double[] values) {
        this.values = values;
        this.after = new int[values.length];
    }

    /** Lets go of the slot that was added before all others. */
    void dropOldest(int slot) {
        int step = step(values[slot]);
        sizes[step]--;
        firsts[step] = after[slot];
        lower -= step < at ? 1 : 0;
    }

    /** Adds a slot; twice the values below its own, and once those equal to it, itself included. */
    int add(int slot) {
        double value = values[slot];
        int step = step(value);
        walkTo(step);
        int size = sizes[step]++;
        if (size == 0) {
            firsts[step] = slot;
            mixed[step] = false;
        } else {
            after[lasts[step]] = slot;
            mixed[step] |= values[firsts[step]] != value;
        }
        lasts[step] = slot;
        return 2 * lower + (mixed[step] ? twiceBelow(value, firsts[step], size) + 1 : size + 1);
    }

    /** The order of these numbers is that of the values, as far as it goes. */
    private static int step(double value) {
        int step = (int) (Double.doubleToRawLongBits(value) >> SHIFT) - LOWEST;
        return Math.min(STEPS - 1, Math.max(0, step));
    }

    private void walkTo(int step) {
        int below = lower;
        int to = at;
        while (to < step) {
            below += sizes[to++];
        }
        while (to > step) {
            below -= sizes[--to];
        }
        at = to;
        lower = below;
    }

    /** Of so many slots of a step, from that one on. */
    private int twiceBelow(double value, int first, int count) {
        int twice = 0;
        int slot = first;
        for (int i = 0; i < count; i++) {
            double other = values[slot];
            twice += (other < value ? 1 : 0) + (other <= value ? 1 : 0);
            slot = after[slot];
        }
        return twice;
    }
}
