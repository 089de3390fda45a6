package org.portcullis.market;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clock by which days, weeks and sessions of an instrument are told. Minutes count from local midnight.
 *
 * @param zone          where the clock hangs
 * @param dayFromMinute minute at which the trading day begins, 0 to 1439; from noon on it belongs to the day after, as
 *         the evening opening of futures does
 * @param openMinute    minute at which the opening range begins, 0 to 1439
 * @param closeMinute   minute at which an ordinary session ends, 0 to 1439; -1 for markets that never close
 * @param sessions      when each session really ends, early closes among them; nothing where all are ordinary
 */
public record StructureCalendar(ZoneId zone, int dayFromMinute, int openMinute, int closeMinute,
        @Nullable TradingCalendar sessions) {

    /** Days from midnight to midnight UTC, the opening range at midnight, never closed: how crypto markets count. */
    public static final StructureCalendar UTC = new StructureCalendar(ZoneOffset.UTC, 0, 0, -1);

    private static final int DAY = 1_440;
    private static final double MINUTE_MS = 60_000;

    /** A clock of ordinary sessions, see the parameters above. */
    public StructureCalendar(ZoneId zone, int dayFromMinute, int openMinute, int closeMinute) {
        this(zone, dayFromMinute, openMinute, closeMinute, null);
    }

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
                return new StructureCalendar(calendar.zone(), opens, opens, minuteOf(close, calendar.zone()),
                        calendar);
            }
            open = calendar.nextOpenMs(open);
        }
        return UTC;
    }

    private static int minuteOf(long ms, ZoneId zone) {
        return Instant.ofEpochMilli(ms).atZone(zone).toLocalTime().toSecondOfDay() / 60;
    }

    /**
     * Minutes from the close of a bar to the end of the session that it lies in: that of its own day where the sessions
     * are known, also when it is an early one, else that of an ordinary day. 0 outside of sessions; {@link Double#NaN}
     * for markets that never close.
     *
     * @param closeTimeMs   close of the bar, UTC milliseconds
     * @param minuteOfClose the same as a minute of the day in {@code zone}
     */
    public double minutesToClose(long closeTimeMs, int minuteOfClose) {
        if (closeMinute < 0) {
            return Double.NaN;
        }
        // the last moment of the bar: at the end of a session there is no session any more
        long last = closeTimeMs - 1;
        if (sessions == null || !sessions.covers(last)) {
            return Math.floorMod(closeMinute - minuteOfClose, DAY);
        }
        long end = sessions.sessionCloseMs(last);
        return end == TradingCalendar.NEVER ? 0 : (end - closeTimeMs) / MINUTE_MS;
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
