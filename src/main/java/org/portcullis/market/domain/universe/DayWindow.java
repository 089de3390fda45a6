package org.portcullis.market.domain.universe;

import java.util.Arrays;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;

/**
 * The last 24 hours of one symbol by minutes: closes, returns and worth. A minute that comes twice counts once, one
 * that is missing counts as not traded. Of fixed size; used by one thread.
 */
public final class DayWindow {

    /** Minutes held. */
    public static final int MINUTES = 24 * 60;

    private static final double PER_DAY = Math.sqrt(MINUTES);

    private final double multiplier;
    private final double[] closes = new double[MINUTES];
    /**
     * Logarithm of the close over the close of the minute before; no number where one of them is missing. That of the
     * oldest minute held means nothing: what lies before it is the newest.
     */
    private final double[] changes = new double[MINUTES];
    private final double[] worths = new double[MINUTES];
    private long lastMinute = Long.MIN_VALUE;
    private long firstSeenMs = Long.MAX_VALUE;

    /** @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup> */
    public DayWindow(long multiplierE8) {
        this.multiplier = units(multiplierE8);
    }

    /** Takes a bar; one from before the window changes nothing. */
    public void take(Bar bar) {
        long minute = Math.floorDiv(bar.openTimeMs(), Bar.INTERVAL_MS);
        firstSeenMs = Math.min(firstSeenMs, bar.openTimeMs());
        if (lastMinute != Long.MIN_VALUE && minute <= lastMinute - MINUTES) {
            return;
        }
        moveTo(minute);
        int slot = slot(minute);
        closes[slot] = units(bar.closeE8());
        worths[slot] = closes[slot] * units(bar.volumeE8()) * multiplier;
        changes[slot] = change(slot(minute - 1), slot);
        if (minute < lastMinute) {
            changes[slot(minute + 1)] = change(slot, slot(minute + 1));
        }
    }

    private double change(int before, int after) {
        return closes[before] > 0 && closes[after] > 0 ? Math.log(closes[after] / closes[before]) : Double.NaN;
    }

    /** When the first bar began, UTC milliseconds; the largest number before the first. */
    public long firstSeenMs() {
        return firstSeenMs;
    }

    /** The last close; 0 before the first bar. */
    public double lastClose() {
        return lastMinute == Long.MIN_VALUE ? 0 : closes[slot(lastMinute)];
    }

    /** Worth of what was traded in the 24 hours before that moment, in the quote currency. */
    public double quoteVolume(long atMs) {
        double sum = 0;
        for (long minute = from(atMs); minute <= to(atMs); minute++) {
            sum += worths[slot(minute)];
        }
        return sum;
    }

    /** Minutes of the 24 hours before that moment that were seen. */
    public int bars(long atMs) {
        int bars = 0;
        for (long minute = from(atMs); minute <= to(atMs); minute++) {
            bars += closes[slot(minute)] > 0 ? 1 : 0;
        }
        return bars;
    }

    /**
     * Standard deviation of a day's return in percent: that of the returns from minute to minute in the 24 hours before
     * that moment, times the square root of the minutes of a day.
     *
     * @param barsMin with fewer bars it is not known
     * @return {@link Double#NaN} when it is not known
     */
    public double volatilityPct(long atMs, int barsMin) {
        int returns = 0;
        double mean = 0;
        double squares = 0;
        // the first minute's change would be from one outside of the window
        for (long minute = from(atMs) + 1; minute <= to(atMs); minute++) {
            double change = changes[slot(minute)];
            if (!Double.isNaN(change)) {
                returns++;
                double off = change - mean;
                mean += off / returns;
                squares += off * (change - mean);
            }
        }
        return bars(atMs) < barsMin || returns < 2 ? Double.NaN : Math.sqrt(squares / returns) * PER_DAY * 100;
    }

    /** The first minute that is both held and within 24 hours before that moment. */
    private long from(long atMs) {
        if (lastMinute == Long.MIN_VALUE) {
            return 0;
        }
        return Math.max(lastMinute - MINUTES + 1, Math.floorDiv(atMs, Bar.INTERVAL_MS) - MINUTES);
    }

    /** The last minute that had ended at that moment. */
    private long to(long atMs) {
        return lastMinute == Long.MIN_VALUE ? -1
                : Math.min(lastMinute, Math.floorDiv(atMs, Bar.INTERVAL_MS) - 1);
    }

    private void moveTo(long minute) {
        if (lastMinute == Long.MIN_VALUE || minute - lastMinute >= MINUTES) {
            Arrays.fill(closes, 0);
            Arrays.fill(changes, Double.NaN);
            Arrays.fill(worths, 0);
            lastMinute = minute;
        }
        while (lastMinute < minute) {
            lastMinute++;
            closes[slot(lastMinute)] = 0;
            changes[slot(lastMinute)] = Double.NaN;
            worths[slot(lastMinute)] = 0;
        }
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) MINUTES);
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
