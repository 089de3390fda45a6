package org.portcullis.conformance;

import java.util.List;
import org.portcullis.market.domain.structure.PeriodRange;
import org.portcullis.market.domain.structure.RetraceWalk;

/**
 * The library's frames of ranges in time, built from what our walks emit. Its ways: at the first bar of a day or of
 * four hours it still shows the range before the previous one, and weeks carry the date of their end, so that it always
 * shows the week before the previous one; sessions end with the bar that opens at their end; retracements stand one bar
 * late and the first three moves are blank.
 */
final class SmcPeriods {

    private static final int LONDON_FROM = 7 * 60;
    private static final int LONDON_TO = 16 * 60;
    /** Minutes from the epoch, a Thursday, to the first Monday. */
    private static final int FIRST_MONDAY = 4 * 24 * 60;

    private SmcPeriods() {
    }

    static SmcRows previous(SmcBars bars, int minutes, boolean named) {
        SmcRows rows = new SmcRows(bars.size, true, true, false, false);
        PeriodRange range = new PeriodRange();
        int shift = minutes > 24 * 60 ? FIRST_MONDAY : 0;
        boolean brokenHigh = false;
        boolean brokenLow = false;
        long reference = -1;
        long ended = 0;
        for (int i = 0; i < bars.size; i++) {
            long period = Math.floorDiv(bars.minutes[i] - shift, (long) minutes);
            range.push(period, bars.high[i], bars.low[i]);
            ended += range.ended() ? 1 : 0;
            boolean older = named || Math.floorMod(bars.minutes[i] - shift, (long) minutes) == 0;
            if (reference != ended - (older ? 1 : 0)) {
                reference = ended - (older ? 1 : 0);
                brokenHigh = false;
                brokenLow = false;
            }
            float high = (float) (older ? range.olderHigh() : range.previousHigh());
            float low = (float) (older ? range.olderLow() : range.previousLow());
            brokenHigh |= bars.high[i] > high;
            brokenLow |= bars.low[i] < low;
            rows.set(i, high, low, brokenHigh ? 1 : 0, brokenLow ? 1 : 0);
        }
        return rows;
    }

    static SmcRows london(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, true, true);
        PeriodRange range = new PeriodRange();
        for (int i = 0; i < bars.size; i++) {
            long minute = bars.minutes[i] % (24 * 60);
            boolean active = minute >= LONDON_FROM && minute <= LONDON_TO;
            range.push(active ? bars.minutes[i] / (24 * 60) : PeriodRange.NONE, bars.high[i], bars.low[i]);
            rows.set(i, active ? 1 : 0, active ? range.high() : 0, active ? range.low() : 0);
        }
        return rows;
    }

    static SmcRows retracements(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, false, false);
        RetraceWalk walk = new RetraceWalk();
        List<SmcPatterns.Swing> swings = SmcPatterns.finalSwings(bars);
        int next = 0;
        int moves = 0;
        int before = 0;
        for (int i = 0; i < bars.size; i++) {
            boolean swing = next < swings.size() && swings.get(next).row() == i;
            walk.push(bars.high[i], bars.low[i], swing ? swings.get(next).type() : 0,
                    swing ? swings.get(next).level() : Double.NaN);
            next += swing ? 1 : 0;
            boolean shown = i + 1 < bars.size;
            // rows are blank up to the bar on which the direction changes for the third time
            moves += walk.direction() != before ? 1 : 0;
            before = walk.direction();
            if (shown) {
                boolean blank = moves < 3 || moves == 3 && swing;
                rows.set(i + 1, blank ? 0 : walk.direction(), blank ? 0 : walk.current(), blank ? 0 : walk.deepest());
            }
        }
        rows.set(0, 0, 0, 0);
        return rows;
    }
}
