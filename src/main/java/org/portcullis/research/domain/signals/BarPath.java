package org.portcullis.research.domain.signals;

import java.util.Arrays;

/** The believed bars of one instrument in their order: what came after a proposal is looked up here. One thread. */
public final class BarPath {

    private static final int FIRST_BARS = 1 << 14;
    private static final double PERCENT = 100;
    /** Bars whose extremes are kept together, so that a search over a month need not look at every minute. */
    private static final int BLOCK_SHIFT = 5;
    private static final int BLOCK = 1 << BLOCK_SHIFT;

    /** Numbers already: every one of them is looked at once for each horizon. Whole, and exact up to 2<sup>53</sup>. */
    private double[] closes = new double[FIRST_BARS];
    private long[] highs = new long[FIRST_BARS];
    private long[] lows = new long[FIRST_BARS];
    /** Highest high and lowest low of each whole block. */
    private long[] blockHighs = new long[FIRST_BARS >> BLOCK_SHIFT];
    private long[] blockLows = new long[FIRST_BARS >> BLOCK_SHIFT];
    private int blocks;
    private int size;
    private int first = Integer.MAX_VALUE;

    /** Forgets all bars and keeps the room for them. */
    public void clear() {
        size = 0;
        blocks = 0;
        first = Integer.MAX_VALUE;
    }

    /** Makes room for so many more bars, apart from adding them, so that what is done for each is small. */
    public void reserve(int bars) {
        if (bars > closes.length - size) {
            int length = Math.max(2 * closes.length, size + bars);
            closes = Arrays.copyOf(closes, length);
            highs = Arrays.copyOf(highs, length);
            lows = Arrays.copyOf(lows, length);
        }
    }

    /**
     * Adds a bar for which there is room.
     *
     * @param inSpan whether it belongs to the span that is looked at; earlier ones only warm up
     */
    public void add(long highE8, long lowE8, long closeE8, boolean inSpan) {
        closes[size] = closeE8;
        highs[size] = highE8;
        lows[size] = lowE8;
        if (inSpan && size < first) {
            first = size;
        }
        size++;
    }

    /** Position of the bar added last. */
    public int last() {
        return size - 1;
    }

    /** Whether there is a bar so many after that one. */
    boolean reaches(int at, int bars) {
        return bars < size - at;
    }

    /** Change of the close over so many bars, in percent; NaN where the bars end before. */
    double movePct(int at, int bars) {
        return reaches(at, bars) ? pct(closes[at], closes[at + bars]) : Double.NaN;
    }

    /** How far the price went that way within so many bars, in percent, at least 0. */
    double favourablePct(int at, int bars, boolean up) {
        return up ? Math.max(0, pct(closes[at], highest(at, bars)))
                : Math.max(0, 0 - pct(closes[at], lowest(at, bars)));
    }

    /** How far the price went the other way within so many bars, in percent, at most 0. */
    double adversePct(int at, int bars, boolean up) {
        return 0 - favourablePct(at, bars, !up);
    }

    private long highest(int at, int bars) {
        long highest = Long.MIN_VALUE;
        for (int i = at + 1, end = at + bars; i <= end;) {
            boolean whole = startsBlock(i, end);
            highest = Math.max(highest, whole ? blockHighs[i >> BLOCK_SHIFT] : highs[i]);
            i += whole ? BLOCK : 1;
        }
        return highest;
    }

    private long lowest(int at, int bars) {
        long lowest = Long.MAX_VALUE;
        for (int i = at + 1, end = at + bars; i <= end;) {
            boolean whole = startsBlock(i, end);
            lowest = Math.min(lowest, whole ? blockLows[i >> BLOCK_SHIFT] : lows[i]);
            i += whole ? BLOCK : 1;
        }
        return lowest;
    }

    /** Whether a whole block begins there that does not go beyond the end, and its extremes are known. */
    private boolean startsBlock(int at, int end) {
        return (at & BLOCK - 1) == 0 && end - at >= BLOCK - 1 && at >> BLOCK_SHIFT < blocks;
    }

    /** Finds the extremes of the blocks that were filled since. Without it look-ups say the same and take longer. */
    void index() {
        int whole = size >> BLOCK_SHIFT;
        if (whole > blockHighs.length) {
            blockHighs = Arrays.copyOf(blockHighs, closes.length >> BLOCK_SHIFT);
            blockLows = Arrays.copyOf(blockLows, closes.length >> BLOCK_SHIFT);
        }
        for (; blocks < whole; blocks++) {
            long highest = Long.MIN_VALUE;
            long lowest = Long.MAX_VALUE;
            for (int i = blocks << BLOCK_SHIFT; i < blocks + 1 << BLOCK_SHIFT; i++) {
                highest = Math.max(highest, highs[i]);
                lowest = Math.min(lowest, lows[i]);
            }
            blockHighs[blocks] = highest;
            blockLows[blocks] = lowest;
        }
    }

    /** Which price came first; both in one bar is the stop. A price of 0 is none and never comes. */
    Ending ending(int at, int bars, boolean up, long stopE8, long targetE8) {
        if (stopE8 <= 0 && targetE8 <= 0) {
            return Ending.NONE;
        }
        int end = Math.min(at + bars, size - 1);
        long below = up ? stopE8 : targetE8;
        long above = up ? targetE8 : stopE8;
        long floor = below > 0 ? below : Long.MIN_VALUE;
        long ceiling = above > 0 ? above : Long.MAX_VALUE;
        for (int i = at + 1; i <= end;) {
            boolean whole = startsBlock(i, end) && blockLows[i >> BLOCK_SHIFT] > floor
                    && blockHighs[i >> BLOCK_SHIFT] < ceiling;
            if (!whole && (lows[i] <= floor || highs[i] >= ceiling)) {
                return (up ? lows[i] <= floor : highs[i] >= ceiling) ? Ending.STOP : Ending.TARGET;
            }
            i += whole ? BLOCK : 1;
        }
        return reaches(at, bars) ? Ending.NEITHER : Ending.UNFINISHED;
    }

    /** Counts the moves from every bar of the span over so many bars. */
    void count(int bars, MoveCounts into) {
        into.add(closes, first, size, bars);
    }

    /** Change from one price to another, in percent. */
    static double pct(double from, double to) {
        return PERCENT * (to - from) / from;
    }
}
