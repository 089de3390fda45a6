package org.portcullis.market.domain;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;

/**
 * The numbers of the bar at hand in units of currency and base, divided once for all who look at them. One of these
 * serves bar after bar. Used by one thread.
 */
public final class BarNumbers {

    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    /** The numbers of one bar. */
    public static BarNumbers of(Bar bar) {
        BarNumbers numbers = new BarNumbers();
        numbers.take(bar);
        return numbers;
    }

    /** Takes the numbers of that bar in place of those before. */
    void take(Bar bar) {
        open = units(bar.openE8());
        high = units(bar.highE8());
        low = units(bar.lowE8());
        close = units(bar.closeE8());
        volume = units(bar.volumeE8());
    }

    /** First price. */
    public double open() {
        return open;
    }

    /** Highest price. */
    public double high() {
        return high;
    }

    /** Lowest price. */
    public double low() {
        return low;
    }

    /** Last price. */
    public double close() {
        return close;
    }

    /** Traded amount. */
    public double volume() {
        return volume;
    }

    /** What is given in 10<sup>-8</sup> of a unit. */
    static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
