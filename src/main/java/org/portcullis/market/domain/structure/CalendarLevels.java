package org.portcullis.market.domain.structure;

import java.time.ZoneId;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.pool.PoolBook;
import org.portcullis.market.domain.pool.PoolSource;

/**
 * Levels that the calendar gives (SMC A6, B1): of the previous day and week, of the Asian and London sessions, of the
 * opening range. Sessions follow the clocks of their places, so they move with daylight saving; the library's are fixed
 * in UTC.
 */
final class CalendarLevels {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int DAY_MINUTES = 1_440;
    private static final long MINUTE_MS = 60_000L;
    /** 1970-01-01 was the fourth day of its week, which begins on Monday. */
    private static final int EPOCH_WEEKDAY = 3;

    private final StructureSettings settings;
    private final StructureCalendar calendar;
    private final ZoneClock home;
    private final ZoneClock tokyo = new ZoneClock(TOKYO);
    private final ZoneClock london = new ZoneClock(LONDON);
    private final long dayShiftMs;
    private final PeriodRange days = new PeriodRange();
    private final PeriodRange weeks = new PeriodRange();
    private final PeriodRange asian = new PeriodRange();
    private final PeriodRange londoner = new PeriodRange();
    private final PeriodRange shortOpening = new PeriodRange();
    private final PeriodRange longOpening = new PeriodRange();
    private long tradingDay;

    CalendarLevels(StructureSettings settings, StructureCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
        this.home = new ZoneClock(calendar.zone());
        int from = calendar.dayFromMinute();
        // a day that begins in the afternoon is named after the day on which it ends
        this.dayShiftMs = (from >= DAY_MINUTES / 2 ? DAY_MINUTES - from : -from) * MINUTE_MS;
    }

    /** Takes the next bar by its open time. */
    void push(long openTimeMs, double high, double low) {
        long local = home.local(openTimeMs);
        tradingDay = Math.floorDiv(local + dayShiftMs, ZoneClock.DAY_MS);
        long intoDay = Math.floorMod(local + dayShiftMs, ZoneClock.DAY_MS);
        days.push(tradingDay, intoDay == 0, high, low);
        long weekday = Math.floorMod(tradingDay + EPOCH_WEEKDAY, 7L);
        weeks.push(Math.floorDiv(tradingDay + EPOCH_WEEKDAY, 7L), weekday == 0 && intoDay == 0, high, low);
        window(asian, tokyo.local(openTimeMs), settings.asiaFromMinute(), settings.asiaToMinute(), high, low);
        window(londoner, london.local(openTimeMs), settings.londonFromMinute(), settings.londonToMinute(), high, low);
        int open = calendar.openMinute();
        window(shortOpening, local, open, open + settings.openingShort(), high, low);
        window(longOpening, local, open, open + settings.openingLong(), high, low);
    }

    private static void window(PeriodRange range, long localMs, int fromMinute, int toMinute, double high, double low) {
        long into = Math.floorMod(localMs - fromMinute * MINUTE_MS, ZoneClock.DAY_MS);
        boolean inside = into < (toMinute - fromMinute) * MINUTE_MS;
        range.push(inside ? Math.floorDiv(localMs - fromMinute * MINUTE_MS, ZoneClock.DAY_MS) : PeriodRange.NONE,
                into == 0, high, low);
    }

    /** Makes the levels known that became so with this bar, the strongest first. */
    void define(PoolBook book, double close) {
        define(book, close, weeks, PoolSource.PREVIOUS_WEEK_LOW, PoolSource.PREVIOUS_WEEK_HIGH);
        define(book, close, days, PoolSource.PREVIOUS_DAY_LOW, PoolSource.PREVIOUS_DAY_HIGH);
        define(book, close, londoner, PoolSource.LONDON_LOW, PoolSource.LONDON_HIGH);
        define(book, close, asian, PoolSource.ASIA_LOW, PoolSource.ASIA_HIGH);
        define(book, close, longOpening, PoolSource.OPENING_RANGE_LONG_LOW, PoolSource.OPENING_RANGE_LONG_HIGH);
        define(book, close, shortOpening, PoolSource.OPENING_RANGE_SHORT_LOW, PoolSource.OPENING_RANGE_SHORT_HIGH);
    }

    private static void define(PoolBook book, double close, PeriodRange range, PoolSource low, PoolSource high) {
        if (!range.ended()) {
            return;
        }
        // the nearer one first: up and down are treated alike
        boolean highFirst = range.previousHigh() - close < close - range.previousLow();
        if (highFirst) {
            book.define(high, range.previousHigh());
        }
        book.define(low, range.previousLow());
        if (!highFirst) {
            book.define(high, range.previousHigh());
        }
    }

    PeriodRange days() {
        return days;
    }

    PeriodRange weeks() {
        return weeks;
    }

    /** The trading day of the bar taken last, in days since 1970. */
    long tradingDay() {
        return tradingDay;
    }

    /** Minute of the instrument's local day, 0 to 1439. */
    int minuteOfDay(long utcMs) {
        return home.minuteOfDay(utcMs);
    }

    /** See {@link StructureCalendar#minutesToClose}. */
    double minutesToSessionEnd(long closeTimeMs) {
        return calendar.closeMinute() < 0 ? Double.NaN
                : calendar.minutesToClose(closeTimeMs, home.minuteOfDay(closeTimeMs));
    }
}
