package org.portcullis.market.domain.reading;

import java.util.Arrays;
import org.portcullis.market.Bar;

/**
 * The newest bars of one instrument as plain numbers, for indicators that begin later than the series. It grows to its
 * bound as bars come and then forgets the oldest.
 */
final class BarRing {

    private static final double UNIT = 1e8;
    private static final int FIELDS = 5;
    private static final int FIRST = 64;

    private final int most;
    private double[] numbers = new double[FIRST * FIELDS];
    private long[] times = new long[FIRST];
    private int next;
    private int count;

    /** @param most bars that are remembered */
    BarRing(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    void push(Bar bar) {
        if (next == times.length) {
            grow();
        }
        int at = next * FIELDS;
        numbers[at] = bar.openE8() / UNIT;
        numbers[at + 1] = bar.highE8() / UNIT;
        numbers[at + 2] = bar.lowE8() / UNIT;
        numbers[at + 3] = bar.closeE8() / UNIT;
        numbers[at + 4] = bar.volumeE8() / UNIT;
        times[next] = bar.openTimeMs();
        next++;
        count = Math.min(most, count + 1);
    }

    /** Shows the bars held, the oldest first. */
    void replay(ReadingRun run) {
        for (int i = 0; i < count; i++) {
            show(run, Math.floorMod(next - count + i, times.length));
        }
    }

    /** Shows the newest bar. */
    void showNewest(ReadingRun run) {
        show(run, Math.floorMod(next - 1, times.length));
    }

    private void show(ReadingRun run, int slot) {
        int at = slot * FIELDS;
        run.push(times[slot], numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3], numbers[at + 4]);
    }

    /** Until the bound is reached the ring has never turned, so its bars lie in order. */
    private void grow() {
        if (times.length >= most) {
            next = 0;
            return;
        }
        int size = Math.min(most, times.length * 2);
        numbers = Arrays.copyOf(numbers, size * FIELDS);
        times = Arrays.copyOf(times, size);
    }
}
