package org.portcullis.market.domain.structure;

/** Highs, lows and average true ranges of the newest bars, found by their position in the series. */
public final class RecentBars {

    private final double[] highs;
    private final double[] lows;
    private final double[] ranges;
    private final int mask;
    private long count;

    /** @param atLeast how many of the newest bars can be asked for */
    public RecentBars(int atLeast) {
        int size = Integer.highestOneBit(Math.max(1, atLeast - 1)) * 2;
        this.highs = new double[size];
        this.lows = new double[size];
        this.ranges = new double[size];
        this.mask = size - 1;
    }

    /** Takes the next bar. */
    public void push(double high, double low, double atr) {
        int slot = (int) count & mask;
        highs[slot] = high;
        lows[slot] = low;
        ranges[slot] = atr;
        count++;
    }

    /** Bars taken so far; the newest has the position one below. */
    public long count() {
        return count;
    }

    /** High of the bar at a position among the newest. */
    public double high(long position) {
        return highs[(int) position & mask];
    }

    /** Low of the bar at a position among the newest. */
    public double low(long position) {
        return lows[(int) position & mask];
    }

    /** Average true range at the close of the bar at a position among the newest. */
    public double atr(long position) {
        return ranges[(int) position & mask];
    }
}
