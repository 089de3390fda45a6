package org.portcullis.portfolio.memory;

import java.util.Arrays;
import org.portcullis.engine.memory.Moments;

/**
 * What an account was worth minute by minute, and the highest of it since a moment without looking at every minute:
 * beside all minutes that have ended it keeps those that no later one of them surpassed, of which each is higher than
 * the next.
 */
final class EquityMinutes {

    private final long keptMs;
    private long[] endedMs = new long[64];
    private int firstEnded;
    private int ended;
    private long[] highMs = new long[64];
    private long[] highE8 = new long[64];
    private int firstHigh;
    private int highs;
    private long lastMs;
    private long lastE8;
    private boolean any;

    /** @param keptMs how long a minute is remembered, milliseconds */
    EquityMinutes(long keptMs) {
        this.keptMs = keptMs;
    }

    boolean isEmpty() {
        return !any;
    }

    /** The worth of a minute; of the same minute as before the last word counts. Never an older one. */
    void add(long minuteMs, long equityE8) {
        if (any && minuteMs > lastMs) {
            end();
            while (firstEnded < ended && endedMs[firstEnded] < minuteMs - keptMs) {
                firstEnded++;
            }
            while (firstHigh < highs && highMs[firstHigh] < minuteMs - keptMs) {
                firstHigh++;
            }
        }
        any = true;
        lastMs = minuteMs;
        lastE8 = equityE8;
    }

    /** The last minute is over: those before it that were not higher are no longer the highest of anything. */
    private void end() {
        if (ended == endedMs.length) {
            endedMs = roomier(endedMs, firstEnded, ended);
            ended -= firstEnded;
            firstEnded = 0;
        }
        endedMs[ended++] = lastMs;
        while (highs > firstHigh && highE8[highs - 1] <= lastE8) {
            highs--;
        }
        if (highs == highMs.length) {
            highMs = roomier(highMs, firstHigh, highs);
            highE8 = roomier(highE8, firstHigh, highs);
            highs -= firstHigh;
            firstHigh = 0;
        }
        highMs[highs] = lastMs;
        highE8[highs++] = lastE8;
    }

    /** That part of the numbers at the beginning of twice the room. */
    private static long[] roomier(long[] full, int from, int to) {
        return Arrays.copyOfRange(full, from, from + Math.max(64, 2 * (to - from)));
    }

    /** The highest since that moment, what it was worth at that moment included; there must be a minute. */
    long highestE8(long fromMs) {
        if (lastMs <= fromMs) {
            return lastE8;
        }
        int after = Moments.firstFrom(endedMs, firstEnded, ended, fromMs + 1);
        long startMs = after > firstEnded ? endedMs[after - 1] : fromMs;
        int high = Moments.firstFrom(highMs, firstHigh, highs, startMs);
        return high < highs ? Math.max(lastE8, highE8[high]) : lastE8;
    }
}
