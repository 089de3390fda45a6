package org.portcullis.market.domain.structure;

/** One order block and what became of it. Changed only by {@link BlockWalk}. */
public final class Block {

    /** Where a block is in its life. */
    public enum State {
        /** Price has not gone through it. */
        WHOLE,
        /** Price went through its far edge. */
        BROKEN,
        /** After that price came back beyond its near edge: it means nothing any more. */
        INVALID
    }

    private final int direction;
    private final long position;
    private final long formedAt;
    private final double top;
    private final double bottom;
    private final double volume;
    private final double balancePct;
    private State state = State.WHOLE;
    private long brokenAt = -1;
    private long returnedAt = -1;

    Block(int direction, long position, long formedAt, double top, double bottom, double lateVolume,
            double earlyVolume) {
        this.direction = direction;
        this.position = position;
        this.formedAt = formedAt;
        this.top = top;
        this.bottom = bottom;
        this.volume = lateVolume + earlyVolume;
        double most = Math.max(lateVolume, earlyVolume);
        this.balancePct = most == 0 ? 100 : 100 * Math.min(lateVolume, earlyVolume) / most;
    }

    /** 1 for a block to buy from, -1 for one to sell from. */
    public int direction() {
        return direction;
    }

    /** Position of the bar that is the block. */
    public long position() {
        return position;
    }

    /** Position of the bar whose close formed the block: the block is known from then on. */
    public long formedAt() {
        return formedAt;
    }

    /** Upper edge, in price. */
    public double top() {
        return top;
    }

    /** Lower edge, in price. */
    public double bottom() {
        return bottom;
    }

    /** Volume of the forming bar and the two before it. */
    public double volume() {
        return volume;
    }

    /** The smaller in percent of the larger: volume of the forming bar and the one before, volume of the one before. */
    public double balancePct() {
        return balancePct;
    }

    public State state() {
        return state;
    }

    /** Position of the bar that broke it; -1 while it is whole. */
    public long brokenAt() {
        return brokenAt;
    }

    /** Position of the first bar that came back into it while it was whole; -1 while none has. */
    public long returnedAt() {
        return returnedAt;
    }

    void breakAt(long at) {
        state = State.BROKEN;
        brokenAt = at;
    }

    void invalidate() {
        state = State.INVALID;
    }

    void returnTo(long at) {
        returnedAt = at;
    }
}
