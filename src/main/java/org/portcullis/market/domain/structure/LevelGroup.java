package org.portcullis.market.domain.structure;

/** Swings of one type at about one price. Changed only by {@link EqualLevels}. */
public final class LevelGroup {

    private final int type;
    private final long first;
    private final double anchor;
    private double outermost;
    private double sum;
    private int size = 1;
    private long last;
    private long sweptAt = -1;
    private double reach;

    LevelGroup(int type, long first, double level, double reach) {
        this.type = type;
        this.first = first;
        this.last = first;
        this.anchor = level;
        this.outermost = level;
        this.sum = level;
        this.reach = reach;
    }

    /** 1 for highs, -1 for lows. */
    public int type() {
        return type;
    }

    /** Position of its first swing. */
    public long first() {
        return first;
    }

    /** Position of its newest swing. */
    public long last() {
        return last;
    }

    /** How many swings it has; equal highs or lows from two on. */
    public int size() {
        return size;
    }

    /** Level of the first swing, against which later ones are compared. */
    public double anchor() {
        return anchor;
    }

    /** The farthest level of its swings: beyond it lie the stops of all of them. */
    public double outermost() {
        return outermost;
    }

    /** Mean level of its swings, added in their order. */
    public double mean() {
        return sum / size;
    }

    /** Position of the bar that went beyond all of them; -1 while none has. */
    public long sweptAt() {
        return sweptAt;
    }

    double reach() {
        return reach;
    }

    void add(double level, long position, double newReach) {
        sum += level;
        size++;
        last = position;
        reach = newReach;
        outermost = type > 0 ? Math.max(outermost, level) : Math.min(outermost, level);
    }

    void sweep(long at) {
        sweptAt = at;
    }
}
