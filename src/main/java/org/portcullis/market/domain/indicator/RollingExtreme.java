package org.portcullis.market.domain.indicator;

/**
 * The largest of the last {@code window} values in constant time per value on average: a queue of candidates from which
 * every value leaves when a larger one arrives. For the smallest, push negated values.
 */
public final class RollingExtreme {

    private final int window;
    private final double[] values;
    private final long[] positions;
    private int head;
    private int size;
    private long count;

    public RollingExtreme(int window) {
        this.window = window;
        this.values = new double[window];
        this.positions = new long[window];
    }

    /** Takes the next value. */
    public void push(double value) {
        if (size > 0 && positions[head] <= count - window) {
            head = slot(1);
            size--;
        }
        while (size > 0 && values[slot(size - 1)] < value) {
            size--;
        }
        values[slot(size)] = value;
        positions[slot(size)] = count++;
        size++;
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count >= window;
    }

    /** The largest value held; {@link Double#NaN} before the first. */
    public double largest() {
        return size == 0 ? Double.NaN : values[head];
    }

    /** Values taken since the oldest of the largest ones; 0 when it is the last. */
    long age() {
        return count - 1 - positions[head];
    }

    private int slot(int offset) {
        int slot = head + offset;
        return slot >= window ? slot - window : slot;
    }
}
