package org.portcullis.research.backtest;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;

/**
 * A sum over every number of an instrument's bars in their order, so that a report can say what was walked. Two lanes
 * of 64 bits with the mixing steps of xxHash64 (Yann Collet): quick, and no defence against somebody who wants two
 * series to look the same.
 */
final class BarSum {

    private static final long ONE = 0x9E3779B185EBCA87L;
    private static final long TWO = 0xC2B2AE3D27D4EB4FL;

    private final InstrumentId instrument;
    private long left = ONE;
    private long right = TWO;
    private long bars;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    BarSum(InstrumentId instrument) {
        this.instrument = instrument;
    }

    void add(Bar bar) {
        left = mixed(left, bar.openTimeMs());
        right = mixed(right, bar.openE8());
        left = mixed(left, bar.highE8());
        right = mixed(right, bar.lowE8());
        left = mixed(left, bar.closeE8());
        right = mixed(right, bar.volumeE8());
        left = mixed(left, bar.takerBoughtE8());
        bars++;
        firstMs = Math.min(firstMs, bar.openTimeMs());
        lastMs = Math.max(lastMs, bar.closeTimeMs());
    }

    private static long mixed(long lane, long number) {
        return Long.rotateLeft(lane + number * TWO, 31) * ONE;
    }

    long firstMs() {
        return firstMs;
    }

    long lastMs() {
        return lastMs;
    }

    @Override
    public String toString() {
        return instrument + " " + bars + " " + Long.toHexString(left) + Long.toHexString(right);
    }
}
