package org.portcullis.market.domain.structure;

/** One fair value gap and what became of it. Changed only by {@link GapWalk}. */
public final class Gap {

    private final int direction;
    private final long middle;
    private final double top;
    private final double bottom;
    private long touchedAt = -1;
    private boolean joined;

    Gap(int direction, long middle, double top, double bottom) {
        this.direction = direction;
        this.middle = middle;
        this.top = top;
        this.bottom = bottom;
    }

    /** 1 when price left it upwards, -1 downwards. */
    public int direction() {
        return direction;
    }

    /** Position of its middle bar, counted from 0 at the start of the series. */
    public long middle() {
        return middle;
    }

    /** Upper edge, in price. */
    public double top() {
        return top;
    }

    /** Lower edge, in price. */
    public double bottom() {
        return bottom;
    }

    /** Position of the first bar that came back to its near edge; -1 while none has. */
    public long touchedAt() {
        return touchedAt;
    }

    /** Whether the next gap of the same direction, one bar later, has taken this one in. */
    public boolean joined() {
        return joined;
    }

    void touch(long at) {
        touchedAt = at;
    }

    void join() {
        joined = true;
    }
}
