package org.portcullis.market.domain.structure;

import org.portcullis.market.domain.indicator.RollingExtreme;

/**
 * S3-08: swing points (SMC A2). The bar N back is a swing high when no bar from N - 1 before it to N after it was
 * higher, so that a swing is known N bars late. Swings alternate: among swings of one type in a row the farthest
 * counts, of equal ones the first; a farther one that comes later replaces the one that was told.
 */
public final class SwingWalk {

    private final int reach;
    private final boolean bothCountsAsHigh;
    private final RollingExtreme highs;
    private final RollingExtreme negatedLows;
    private final RecentBars recent;
    private int runType;
    private double runLevel;
    private long position = -1;
    private boolean replaces;

    /**
     * @param reach            N, in bars
     * @param recent           the bars of the series; each is in it before it is pushed here
     * @param bothCountsAsHigh how a bar is taken that is high and low of its window: as a high, as the library does, or
     *                         as the opposite of the swing before it, which treats up and down alike
     */
    public SwingWalk(int reach, RecentBars recent, boolean bothCountsAsHigh) {
        this.reach = reach;
        this.recent = recent;
        this.bothCountsAsHigh = bothCountsAsHigh;
        this.highs = new RollingExtreme(2 * reach);
        this.negatedLows = new RollingExtreme(2 * reach);
    }

    /** Takes the next bar; 1 when it confirms a swing high, -1 a swing low, 0 neither. */
    public int push(double high, double low) {
        highs.push(high);
        negatedLows.push(-low);
        long candidate = recent.count() - 1 - reach;
        // the first 2 N - 1 bars are never swings, as in the library
        if (candidate < 2L * reach - 1) {
            return 0;
        }
        double candidateHigh = recent.high(candidate);
        double candidateLow = recent.low(candidate);
        int type = type(candidateHigh == highs.largest(), -candidateLow == negatedLows.largest());
        return type == 0 ? 0 : taken(type, type > 0 ? candidateHigh : candidateLow, candidate);
    }

    /** Position of the swing told last. */
    public long position() {
        return position;
    }

    /** Price of the swing told last: its bar's high or low. */
    public double level() {
        return runLevel;
    }

    /** Whether the swing told last replaces the one told before it, which was of the same type. */
    public boolean replaces() {
        return replaces;
    }

    private int type(boolean isHigh, boolean isLow) {
        if (isHigh && isLow) {
            return bothCountsAsHigh ? 1 : -runType;
        }
        return isHigh ? 1 : isLow ? -1 : 0;
    }

    private int taken(int type, double level, long at) {
        boolean sameRun = type == runType;
        if (sameRun && type * level <= type * runLevel) {
            return 0;
        }
        runType = type;
        runLevel = level;
        position = at;
        replaces = sameRun;
        return type;
    }
}
