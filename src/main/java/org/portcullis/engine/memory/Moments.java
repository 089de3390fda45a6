package org.portcullis.engine.memory;

import java.util.Arrays;

/**
 * Moments of event time as they come, for counting how many lie in a window that ends now. What is older than the
 * longest window is forgotten.
 */
public final class Moments {

    private final long keptMs;
    private long[] atMs = new long[64];
    private int first;
    private int end;

    /** @param keptMs how long a moment is remembered, milliseconds */
    public Moments(long keptMs) {
        this.keptMs = keptMs;
    }

    /** Takes one; a moment before the newest counts as the newest, as what is late is known only now. */
    public void add(long ms) {
        long now = end > first ? Math.max(ms, atMs[end - 1]) : ms;
        while (first < end && atMs[first] < now - keptMs) {
            first++;
        }
        if (end == atMs.length) {
            long[] moved = first > atMs.length / 2 ? atMs : new long[atMs.length * 2];
            System.arraycopy(atMs, first, moved, 0, end - first);
            end -= first;
            first = 0;
            atMs = moved;
        }
        atMs[end++] = now;
    }

    /** How many there were at or after that moment. */
    public int since(long fromMs) {
        return end - from(fromMs);
    }

    /** Those at or after that moment, oldest first. */
    public long[] listSince(long fromMs) {
        return Arrays.copyOfRange(atMs, from(fromMs), end);
    }

    private int from(long fromMs) {
        return firstFrom(atMs, first, end, fromMs);
    }

    /**
     * The place of the first of some rising numbers that is not below a bound; {@code to} when all are.
     *
     * @param from place of the first number that counts
     * @param to   place behind the last one
     */
    public static int firstFrom(long[] rising, int from, int to, long bound) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
