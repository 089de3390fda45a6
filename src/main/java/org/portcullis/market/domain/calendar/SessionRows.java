package org.portcullis.market.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.TradingCalendar;

/** Lays out the sessions of a calendar: ordinary weeks with the special days taken into account. */
public final class SessionRows {

    private record Row(long openMs, long closeMs, LocalDate date, boolean halt, boolean full) {
    }

    private final ZoneId zone;
    private final Map<DayOfWeek, WeekSession> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private SessionRows(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The calendar of these sessions.
     *
     * @param firstDay first covered date, and {@code lastDay} the last one
     * @param week     ordinary sessions, at most one for each day of the week
     * @param days     dates with other hours; each an ordinary day of the week that has a session
     * @throws IllegalArgumentException when they contradict each other
     */
    public static TradingCalendar calendar(String name, ZoneId zone, LocalDate firstDay, LocalDate lastDay,
            List<WeekSession> week, List<SpecialDay> days) {
        if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusYears(30))) {
            throw new IllegalArgumentException("a calendar covers a day to thirty years, not " + firstDay + " to "
                    + lastDay);
        }
        SessionRows rows = new SessionRows(zone);
        week.forEach(rows::ordinary);
        days.forEach(day -> rows.special(day, firstDay, lastDay));
        firstDay.datesUntil(lastDay.plusDays(1)).forEach(rows::lay);
        rows.check();
        return new SessionCalendar(name, zone, firstDay, lastDay, rows);
    }

    long[] opens() {
        return rows.stream().mapToLong(Row::openMs).toArray();
    }

    long[] closes() {
        return rows.stream().mapToLong(Row::closeMs).toArray();
    }

    /** The date of each session; a halted one carries that of the next which is not. */
    long[] tradingDays() {
        long[] days = new long[rows.size()];
        long following = TradingCalendar.NEVER;
        for (int i = days.length - 1; i >= 0; i--) {
            Row row = rows.get(i);
            // nothing follows in the last days of the calendar: the session keeps its own date
            days[i] = row.halt() && following != TradingCalendar.NEVER ? following : row.date().toEpochDay();
            following = row.halt() ? following : row.date().toEpochDay();
        }
        return days;
    }

    long[] fullDays() {
        return rows.stream().filter(Row::full).mapToLong(row -> row.date().toEpochDay()).toArray();
    }

    private void ordinary(WeekSession session) {
        if (week.put(session.tradingDay(), session) != null) {
            throw new IllegalArgumentException(session.tradingDay() + " has two sessions");
        }
    }

    private void special(SpecialDay day, LocalDate firstDay, LocalDate lastDay) {
        if (day.date().isBefore(firstDay) || day.date().isAfter(lastDay)) {
            throw new IllegalArgumentException(day.date() + " (" + day.name() + ") lies outside " + firstDay + " to "
                    + lastDay);
        }
        if (!week.containsKey(day.date().getDayOfWeek())) {
            throw new IllegalArgumentException(day.date() + " (" + day.name() + ") is a "
                    + day.date().getDayOfWeek() + ", which has no session anyway; mend the date");
        }
        if (special.put(day.date(), day) != null) {
            throw new IllegalArgumentException(day.date() + " is given twice");
        }
    }

    private void lay(LocalDate date) {
        WeekSession session = week.get(date.getDayOfWeek());
        SpecialDay other = special.get(date);
        if (session == null || other != null && other.kind() == SpecialDay.Kind.CLOSED) {
            return;
        }
        rows.add(row(date, session, other));
    }

    private Row row(LocalDate date, WeekSession session, @Nullable SpecialDay other) {
        long open = session.opensOn(date).atTime(session.opens()).atZone(zone).toInstant().toEpochMilli();
        LocalTime closes = other == null ? session.closes() : other.closes();
        long close = date.atTime(closes).atZone(zone).toInstant().toEpochMilli();
        if (close <= open || other != null && !closes.isBefore(session.closes())) {
            throw new IllegalArgumentException("the session of " + date + " would close "
                    + (close <= open ? "before it opens" : "no earlier than on other days"));
        }
        return new Row(open, close, date, other != null && other.kind() == SpecialDay.Kind.HALT, other == null);
    }

    private void check() {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no day has a session");
        }
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).openMs() < rows.get(i - 1).closeMs()) {
                throw new IllegalArgumentException("the sessions of " + rows.get(i - 1).date() + " and "
                        + rows.get(i).date() + " overlap");
            }
        }
    }
}
