package org.portcullis.market.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.portcullis.market.TradingCalendar;

/**
 * Every session of the covered days, laid out once as two rows of instants. The session that answered last is looked
 * at first, with the pause behind it, so that a stream of near moments costs a few comparisons each.
 */
public final class SessionCalendar implements TradingCalendar {

    private final String name;
    private final ZoneId zone;
    private final long coveredFromMs;
    private final long coveredToMs;
    private final LocalDate lastDay;
    private final long[] opens;
    private final long[] closes;
    private final long[] tradingDays;
    private final long[] fullDays;
    /** The session that answered last: a hint and nothing more, so that threads may overwrite it for each other. */
    private int hint;

    SessionCalendar(String name, ZoneId zone, LocalDate firstDay, LocalDate lastDay, SessionRows rows) {
        this.name = name;
        this.zone = zone;
        this.lastDay = lastDay;
        this.opens = rows.opens();
        this.closes = rows.closes();
        this.tradingDays = rows.tradingDays();
        this.fullDays = rows.fullDays();
        // the first session may begin on the day before the first day, the last one ends on the last day
        this.coveredFromMs = Math.min(opens[0], firstDay.atStartOfDay(zone).toInstant().toEpochMilli());
        this.coveredToMs = closes[closes.length - 1];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public boolean covers(long ms) {
        return ms >= coveredFromMs && ms < coveredToMs;
    }

    @Override
    public boolean isOpen(long ms) {
        return running(ms) >= 0;
    }

    @Override
    public long sessionOpenMs(long ms) {
        int session = running(ms);
        return session < 0 ? NEVER : opens[session];
    }

    @Override
    public long sessionCloseMs(long ms) {
        int session = running(ms);
        return session < 0 ? NEVER : closes[session];
    }

    @Override
    public long nextOpenMs(long ms) {
        int next = firstAfter(ms);
        return next < opens.length && covers(ms) ? opens[next] : NEVER;
    }

    @Override
    public long nextCloseMs(long ms) {
        int session = running(ms);
        int next = session >= 0 ? session : firstAfter(ms);
        return next < closes.length && covers(ms) ? closes[next] : NEVER;
    }

    @Override
    public long tradingDay(long ms) {
        int session = running(ms);
        int next = session >= 0 ? session : firstAfter(ms);
        return next < opens.length && covers(ms) ? tradingDays[next] : NEVER;
    }

    @Override
    public boolean fullDay(LocalDate day) {
        return Arrays.binarySearch(fullDays, day.toEpochDay()) >= 0;
    }

    @Override
    public String warning(long ms, int daysLeftMin) {
        if (!covers(ms)) {
            return "the calendar " + name + " knows nothing of " + Instant.ofEpochMilli(ms)
                    + ", which counts as closed; it covers " + Instant.ofEpochMilli(coveredFromMs) + " to "
                    + Instant.ofEpochMilli(coveredToMs) + ": add the missing years to rules/calendars";
        }
        long daysLeft = (coveredToMs - ms) / 86_400_000;
        return daysLeft >= daysLeftMin ? "" : "the calendar " + name + " ends on " + lastDay + ", in " + daysLeft
                + " days; add the next year to rules/calendars";
    }

    /** The session that runs at that moment, or -1. */
    private int running(long ms) {
        int last = hint;
        if (ms >= opens[last] && ms < closes[last]) {
            return last;
        }
        boolean pauseBehind = ms >= closes[last] && last + 1 < opens.length && ms < opens[last + 1];
        if (pauseBehind) {
            return -1;
        }
        int found = Arrays.binarySearch(opens, ms);
        int session = found >= 0 ? found : -found - 2;
        if (session < 0) {
            return -1;
        }
        hint = session;
        return ms < closes[session] ? session : -1;
    }

    private int firstAfter(long ms) {
        int found = Arrays.binarySearch(opens, ms);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
