package org.portcullis.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.portfolio.domain.PeakEquity;

/**
 * What an account was worth at a moment.
 *
 * @param at full minute of event time
 * @param equity cash and what open positions added to it at their last believed prices
 * @param peak highest equity so far, its first cash included
 * @param drawdown how far equity lay below the peak, in percent of it; never negative
 * @param positions open positions, dust not counted
 */
public record EquityPoint(Instant at, Money equity, Money cash, Money peak, Percent drawdown, int positions) {

    private static final long MINUTE_MS = 60_000;

    /**
     * What a minute's equity makes of the newest point before it.
     *
     * @param last the newest point, if any was kept
     * @param initial what the account began with, its first peak
     */
    public static EquityPoint after(@Nullable EquityPoint last, long atMs, Money equity, Money cash, int positions,
            Money initial) {
        Instant minute = Instant.ofEpochMilli(atMs - Math.floorMod(atMs, MINUTE_MS));
        Instant at = last != null && minute.isBefore(last.at()) ? last.at() : minute;
        PeakEquity peak = new PeakEquity(last == null ? initial : last.peak()).with(equity);
        return new EquityPoint(at, equity, cash, peak.peak(), peak.drawdown(equity), positions);
    }
}
