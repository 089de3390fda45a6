package org.portcullis.market.domain.structure;

import java.util.List;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

/**
 * The newest sweep of each side, for features that ask for it bars later, and the sweep that this bar completed: it
 * went through a level and closed back on the same bar.
 */
final class SweepMemory {

    private final Side lows = new Side();
    private final Side highs = new Side();
    private int sweep;
    private long bars;

    /** The newest reclaimed sweep of one side. */
    static final class Side {
        double level = Double.NaN;
        double depthAtr = Double.NaN;
        int touches;
        private long definedBar;
        private boolean fresh;
        private boolean onOneBar;

        boolean known() {
            return !Double.isNaN(level);
        }
    }

    /** Takes the steps of the next bar. Of several sweeps of one side the one nearest to the close counts. */
    void push(List<PoolStep> steps, BarShape bar) {
        bars++;
        lows.fresh = false;
        highs.fresh = false;
        for (int i = 0; i < steps.size(); i++) {
            PoolStep step = steps.get(i);
            if (step.to() == PoolState.RECLAIMED && step.from() == PoolState.SWEPT) {
                remember(side(step.direction()), step, bar);
            }
        }
        boolean low = lows.fresh && lows.onOneBar;
        boolean high = highs.fresh && highs.onOneBar;
        // a bar that swept both sides is for the side that its body points to
        sweep = low && high ? (int) Math.signum(bar.close() - bar.open()) : low ? 1 : high ? -1 : 0;
    }

    private void remember(Side side, PoolStep step, BarShape bar) {
        if (side.fresh && Math.abs(bar.close() - side.level) <= Math.abs(bar.close() - step.level())) {
            return;
        }
        side.fresh = true;
        side.onOneBar = step.direction() > 0 ? bar.low() < step.level() : bar.high() > step.level();
        side.level = step.level();
        side.depthAtr = step.depthAtr();
        side.touches = step.touches();
        side.definedBar = bars - step.ageBars();
    }

    /** Direction of the sweep that this bar completed, 0 for none. */
    int sweep() {
        return sweep;
    }

    /** The newest sweep in a direction. */
    Side side(int direction) {
        return direction > 0 ? lows : highs;
    }

    /** Bars since the level of the newest sweep of a side was defined. */
    long ageBars(Side side) {
        return bars - side.definedBar;
    }
}
