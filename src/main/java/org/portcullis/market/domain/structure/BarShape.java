package org.portcullis.market.domain.structure;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;

/** A bar in units of the quote currency, and its shape. */
record BarShape(double open, double high, double low, double close, double volume, double takerShare) {

    static BarShape of(Bar bar) {
        double volume = units(bar.volumeE8());
        boolean told = bar.takerBoughtE8() >= 0 && volume > 0;
        return new BarShape(units(bar.openE8()), units(bar.highE8()), units(bar.lowE8()), units(bar.closeE8()), volume,
                told ? 2 * units(bar.takerBoughtE8()) / volume - 1 : Double.NaN);
    }

    double range() {
        return high - low;
    }

    /** Body over range, 0 to 1; 0 for a bar without range (S0-11). */
    double bodyShare() {
        return range() > 0 ? Math.abs(close - open) / range() : 0;
    }

    /** Where in its range the bar closed, 0 to 1; 0.5 for a bar without range. */
    double closeShare() {
        return range() > 0 ? (close - low) / range() : 0.5;
    }

    /** The wick below the body for 1, above it for -1, over the range; 0 for a bar without range. */
    double wickShare(int direction) {
        double wick = direction > 0 ? Math.min(open, close) - low : high - Math.max(open, close);
        return range() > 0 ? wick / range() : 0;
    }

    /** A distance in average true ranges; {@link Double#NaN} while those are not known, or nothing moves. */
    static double inAtr(double distance, double atr) {
        return atr > 0 ? distance / atr : Double.NaN;
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
