package org.portcullis.research.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portcullis.kernel.Money;
import org.portcullis.research.EquitySample;

/** What the account was worth, one sample a minute at most, only where something moved; three numbers each. */
final class EquityLine {

    private static final int WIDE = 3;

    private long[] numbers = new long[WIDE * 1_024];
    private int count;

    void add(long atMs, Money equity, Money exposure) {
        if (count > 0 && at(count - 1) >= atMs) {
            put(count - 1, at(count - 1), equity, exposure);
        } else if (count == 0 || numbers[WIDE * count - 2] != equity.e8()
                || numbers[WIDE * count - 1] != exposure.e8()) {
            append(atMs, equity, exposure);
        }
    }

    void end(long atMs, Money equity, Money exposure) {
        if (count == 0 || at(count - 1) < atMs) {
            append(atMs, equity, exposure);
        } else {
            put(count - 1, at(count - 1), equity, exposure);
        }
    }

    private void append(long atMs, Money equity, Money exposure) {
        if (WIDE * (count + 1) > numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        put(count, atMs, equity, exposure);
        count++;
    }

    private void put(int index, long atMs, Money equity, Money exposure) {
        numbers[WIDE * index] = atMs;
        numbers[WIDE * index + 1] = equity.e8();
        numbers[WIDE * index + 2] = exposure.e8();
    }

    private long at(int index) {
        return numbers[WIDE * index];
    }

    List<EquitySample> samples() {
        List<EquitySample> samples = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            samples.add(new EquitySample(at(i), new Money(numbers[WIDE * i + 1]), new Money(numbers[WIDE * i + 2])));
        }
        return samples;
    }
}
