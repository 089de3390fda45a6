package org.portcullis.market.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.TradingCalendar;

/** How far back so many minutes of trading reach: over nights and weekends for what has sessions. */
public final class HistorySpan {

    private static final int MINUTES_STEP_MIN = 60;
    /** Further back than the longest holiday: what then still is missing was never traded. */
    private static final long LONGER_MAX_MS = 30L * 86_400_000;

    private HistorySpan() {
    }

    /**
     * When the minutes before a moment began.
     *
     * @param calendar when the instrument trades; nothing for always
     * @param minutes  minutes of trading wanted
     * @return UTC milliseconds, at most thirty days before what an instrument that always trades would need
     */
    public static long fromMs(@Nullable TradingCalendar calendar, long nowMs, int minutes) {
        long plainMs = nowMs - minutes * Bar.INTERVAL_MS;
        long fromMs = plainMs;
        while (calendar != null && fromMs > plainMs - LONGER_MAX_MS) {
            long missing = minutes - calendar.openMinutesBetween(fromMs, nowMs);
            if (missing <= 0) {
                break;
            }
            fromMs -= Math.max(missing, MINUTES_STEP_MIN) * Bar.INTERVAL_MS;
        }
        return fromMs;
    }
}
