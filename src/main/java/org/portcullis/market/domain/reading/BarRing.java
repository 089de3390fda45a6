package org.portcullis.market.domain.reading;

import java.util.Arrays;
import java.util.function.Consumer;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;

/**
 * The newest bars of one instrument as plain numbers, for indicators and structure that begin later than the series. It
 * grows to its bound as bars come and then forgets the oldest.
 */
final class BarRing {

    private static final double UNIT = 1e8;
    private static final int FIELDS = 6;
    private static final int FIRST = 64;

    private final int most;
    private long[] numbers = new long[FIRST * FIELDS];
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
        numbers[at] = bar.openE8();
        numbers[at + 1] = bar.highE8();
        numbers[at + 2] = bar.lowE8();
        numbers[at + 3] = bar.closeE8();
        numbers[at + 4] = bar.volumeE8();
        numbers[at + 5] = bar.takerBoughtE8();
        times[next] = bar.openTimeMs();
        next++;
        count = Math.min(most, count + 1);
    }

    /** Shows the bars held, the oldest first. */
    void replay(ReadingRun run) {
        for (int i = 0; i < count; i++) {
            int slot = slot(i);
            int at = slot * FIELDS;
            run.push(times[slot], numbers[at] / UNIT, numbers[at + 1] / UNIT, numbers[at + 2] / UNIT,
                    numbers[at + 3] / UNIT, numbers[at + 4] / UNIT);
        }
    }

    /** Tells the bars held, the oldest first. */
    void replay(InstrumentId instrument, Consumer<Bar> told) {
        for (int i = 0; i < count; i++) {
            int slot = slot(i);
            int at = slot * FIELDS;
            told.accept(new Bar(instrument, times[slot], numbers[at], numbers[at + 1], numbers[at + 2],
                    numbers[at + 3], numbers[at + 4], numbers[at + 5]));
        }
    }

    private int slot(int i) {
        return Math.floorMod(next - count + i, times.length);
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
