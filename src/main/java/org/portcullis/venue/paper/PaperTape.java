package org.portcullis.venue.paper;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;

/**
 * What the venue remembers of an instrument's bars: the last one's time and close, and the average true range (Wilder:
 * J. Welles Wilder, New Concepts in Technical Trading Systems, 1978) in whole numbers.
 *
 * @param openTimeMs opening time of the last bar, UTC milliseconds
 * @param closeE8 its close, in 10<sup>-8</sup>
 * @param atrE8 average true range after it, in 10<sup>-8</sup> of the quote currency
 * @param bars how many bars it averages so far; the plain mean until the look-back is full
 */
record PaperTape(long openTimeMs, long closeE8, long atrE8, int bars) {

    /** The tape after the first bar. */
    static PaperTape first(Bar bar) {
        return new PaperTape(bar.openTimeMs(), bar.closeE8(), bar.highE8() - bar.lowE8(), 1);
    }

    /** The tape after a further bar. */
    PaperTape after(Bar bar, int lookBack) {
        long range = Math.max(bar.highE8(), closeE8) - Math.min(bar.lowE8(), closeE8);
        int count = Math.min(bars + 1, lookBack);
        long average = atrE8 + FixedPoint.multiplyDivide(range - atrE8, 1, count, RoundingMode.HALF_EVEN);
        return new PaperTape(bar.openTimeMs(), bar.closeE8(), average, count);
    }
}
