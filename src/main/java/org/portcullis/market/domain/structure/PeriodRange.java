package org.portcullis.market.domain.structure;

/**
 * High and low of each period of a calendar: of days, weeks, sessions, opening ranges (SMC A6, B1). A period is over
 * when a bar of another one, or of none, comes: only then is its range told.
 */
public final class PeriodRange {

    /** The period of a bar that belongs to none, such as one outside of a session. */
    public static final long NONE = Long.MIN_VALUE;

    private long period = NONE;
    private boolean whole;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double previousHigh = Double.NaN;
    private double previousLow = Double.NaN;
    private double olderHigh = Double.NaN;
    private double olderLow = Double.NaN;
    private boolean ended;

    /**
     * Takes the next bar.
     *
     * @param of     the period that the bar belongs to, or {@link #NONE}
     * @param begins whether the bar opens at the period's first instant; a period whose first bar was missed is not
     *               known in full, so its range is never told as a previous one
     */
    public void push(long of, boolean begins, double barHigh, double barLow) {
        ended = false;
        if (of != period) {
            end();
            period = of;
            whole = begins;
            high = of == NONE ? Double.NaN : barHigh;
            low = of == NONE ? Double.NaN : barLow;
        } else if (of != NONE) {
            high = Math.max(high, barHigh);
            low = Math.min(low, barLow);
        }
    }

    /** As {@link #push(long, boolean, double, double)} where a first period counts although its start was missed. */
    public void push(long of, double barHigh, double barLow) {
        push(of, true, barHigh, barLow);
    }

    /** Whether this bar ended a period that was known in full: its range is the previous one now. */
    public boolean ended() {
        return ended;
    }

    /** High of the running period so far; {@link Double#NaN} outside of any. */
    public double high() {
        return high;
    }

    /** Low of the running period so far; {@link Double#NaN} outside of any. */
    public double low() {
        return low;
    }

    /** High of the last period that is over; {@link Double#NaN} before the first. */
    public double previousHigh() {
        return previousHigh;
    }

    /** Low of the last period that is over; {@link Double#NaN} before the first. */
    public double previousLow() {
        return previousLow;
    }

    /** High of the period before that one. */
    public double olderHigh() {
        return olderHigh;
    }

    /** Low of the period before that one. */
    public double olderLow() {
        return olderLow;
    }

    private void end() {
        if (period == NONE || !whole) {
            return;
        }
        olderHigh = previousHigh;
        olderLow = previousLow;
        previousHigh = high;
        previousLow = low;
        ended = true;
    }
}
