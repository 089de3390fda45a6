package org.portcullis.market;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The clock by which days, weeks and sessions of an instrument are told. Minutes count from local midnight.
 *
 * @param zone          where the clock hangs
 * @param dayFromMinute minute at which the trading day begins, 0 to 1439; from noon on it belongs to the day after, as
 *         the evening opening of futures does
 * @param openMinute    minute at which the opening range begins, 0 to 1439
 * @param closeMinute   minute at which the session ends, 0 to 1439; -1 for markets that never close
 */
public record StructureCalendar(ZoneId zone, int dayFromMinute, int openMinute, int closeMinute) {

    /** Days from midnight to midnight UTC, the opening range at midnight, never closed: how crypto markets count. */
    public static final StructureCalendar UTC = new StructureCalendar(ZoneOffset.UTC, 0, 0, -1);

    private static final int DAY = 1_440;

    /**
     * The clock of a trading calendar: its day begins with its ordinary session. Where nothing is known of that time,
     * or the market never closes, days are those of UTC.
     *
     * @param atMs a moment in the life of the instrument, UTC milliseconds
     */
    public static StructureCalendar of(TradingCalendar calendar, long atMs) {
        long open = calendar.nextOpenMs(atMs);
        for (int tries = 0; tries < DAY && open != TradingCalendar.NEVER; tries++) {
            long close = calendar.sessionCloseMs(open);
            if (close != TradingCalendar.NEVER && calendar.fullDay(calendar.tradingDate(open))) {
                int opens = minuteOf(open, calendar.zone());
                return new StructureCalendar(calendar.zone(), opens, opens, minuteOf(close, calendar.zone()));
            }
            open = calendar.nextOpenMs(open);
        }
        return UTC;
    }

    private static int minuteOf(long ms, ZoneId zone) {
        return Instant.ofEpochMilli(ms).atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    public StructureCalendar {
        Objects.requireNonNull(zone, "zone");
        if (dayFromMinute < 0 || dayFromMinute >= DAY || openMinute < 0 || openMinute >= DAY || closeMinute < -1
                || closeMinute >= DAY) {
            throw new IllegalArgumentException("minutes of a day are 0 to 1439, not " + dayFromMinute + ", "
                    + openMinute + ", " + closeMinute);
        }
    }
}
