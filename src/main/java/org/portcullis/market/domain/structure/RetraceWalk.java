package org.portcullis.market.domain.structure;

/**
 * How far price has come back from the newest swing towards the one before it, in percent of the way between the two,
 * to one decimal, and the most of it so far (SMC A6). After a swing high the move back is measured by lows, after a
 * swing low by highs.
 */
public final class RetraceWalk {

    private int direction;
    private double top;
    private double bottom;
    private double current;
    private double deepest;

    /**
     * Takes the next bar.
     *
     * @param type  1 when the bar is a swing high, -1 when it is a swing low, else 0
     * @param level price of that swing
     */
    public void push(double high, double low, int type, double level) {
        int before = direction;
        double deepestBefore = deepest;
        direction = type == 0 ? direction : type;
        if (type > 0) {
            top = level;
        } else if (type < 0) {
            bottom = level;
        }
        current = 0;
        deepest = 0;
        if (before == 1) {
            take(100 - (low - bottom) / (top - bottom) * 100, deepestBefore);
        }
        if (direction == -1) {
            take(100 - (high - top) / (bottom - top) * 100, before == -1 ? deepestBefore : 0);
        }
    }

    /** 1 while price comes back from a high, -1 while it comes back from a low, 0 before the first swing. */
    public int direction() {
        return direction;
    }

    /** The move back at this bar, in percent. */
    public double current() {
        return current;
    }

    /** The largest move back from the newest swing so far, in percent. */
    public double deepest() {
        return deepest;
    }

    private void take(double percent, double deepestBefore) {
        current = Math.rint(percent * 10) / 10;
        deepest = Math.max(deepestBefore, current);
    }
}
