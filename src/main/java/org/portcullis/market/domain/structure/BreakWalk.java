package org.portcullis.market.domain.structure;

/**
 * S3-08: breaks of structure and changes of character as they happen (SMC A3). A swing level breaks when a bar closes
 * beyond it for the first time. What the break means is told by where the leg to the level began (the opposite swing
 * before it, confirmed) and how far the pullback from it went (the farthest price since). The library waits for the
 * swing after the break and marks the level's own bar; here the break is told at the bar that breaks, with swings that
 * were confirmed by then.
 */
public final class BreakWalk {

    private final RecentBars recent;
    private final Side above = new Side(1);
    private final Side below = new Side(-1);
    private int direction;
    private double level = Double.NaN;
    private Break kind = Break.NONE;
    private int trend;

    /** One swing level that waits for its break. Prices are multiplied by the direction, so that up is always more. */
    private static final class Side {
        private final int direction;
        private double newest = Double.NaN;
        private double start = Double.NaN;
        private double pullback;
        private boolean waiting;

        Side(int direction) {
            this.direction = direction;
        }
    }

    /** @param recent the bars of the series, far enough back to reach a swing when it is confirmed */
    public BreakWalk(RecentBars recent) {
        this.recent = recent;
    }

    /** Takes the next bar, before the swing that it may confirm. */
    public void push(double high, double low, double close) {
        kind = Break.NONE;
        direction = 0;
        level = Double.NaN;
        above.pullback = Math.min(above.pullback, low);
        below.pullback = Math.min(below.pullback, -high);
        judge(above, close);
        judge(below, close);
    }

    /** Takes a swing at the bar that confirms it. */
    public void swing(int type, double swingLevel, long position) {
        Side side = type > 0 ? above : below;
        Side opposite = type > 0 ? below : above;
        side.newest = swingLevel;
        side.start = opposite.newest;
        side.waiting = true;
        side.pullback = Double.POSITIVE_INFINITY;
        for (long at = position + 1; at < recent.count(); at++) {
            side.pullback = Math.min(side.pullback, type > 0 ? recent.low(at) : -recent.high(at));
        }
    }

    /** What this bar broke; {@link Break#NONE} for most bars. */
    public Break kind() {
        return kind;
    }

    /** Direction of the break of this bar, 0 without one. */
    public int direction() {
        return direction;
    }

    /** The level that this bar broke; {@link Double#NaN} without one. */
    public double level() {
        return level;
    }

    /** Direction of the newest break, 0 before the first. */
    public int trend() {
        return trend;
    }

    /** Newest confirmed swing high; {@link Double#NaN} before the first. */
    public double swingHigh() {
        return above.newest;
    }

    /** Newest confirmed swing low; {@link Double#NaN} before the first. */
    public double swingLow() {
        return below.newest;
    }

    private void judge(Side side, double close) {
        if (!side.waiting || side.direction * close <= side.direction * side.newest) {
            return;
        }
        side.waiting = false;
        Break found = Break.of(side.direction, side.start, side.newest, side.direction * side.pullback);
        if (found != Break.NONE) {
            kind = found;
            direction = side.direction;
            level = side.newest;
            trend = direction;
        }
    }
}
