package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TradingCalendarTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final CalendarBook BOOK = CalendarBook.read(Path.of("rules/calendars"));
    private static final String WEEK = "week: [{trading-day: monday, opens-day: sunday, opens: \"17:00\", closes:"
            + " \"16:00\"}, {trading-day: tuesday, opens-day: monday, opens: \"17:00\", closes: \"16:00\"}]";

    @TempDir
    private Path folder;

    private final TradingCalendar cme = BOOK.require("cme-equity");

    /** Times of Chicago; the last three columns in UTC, so that no zone arithmetic is tested with itself. */
    @ParameterizedTest
    @CsvSource({
        "an ordinary Tuesday in winter,            2025-02-03T23:00:00Z, 2025-02-04T22:00:00Z, 2025-02-04",
        "a Sunday evening belongs to Monday,       2025-02-02T23:00:00Z, 2025-02-03T22:00:00Z, 2025-02-03",
        "the last Friday before clocks go forward, 2025-03-06T23:00:00Z, 2025-03-07T22:00:00Z, 2025-03-07",
        "the Sunday on which clocks went forward,  2025-03-09T22:00:00Z, 2025-03-10T21:00:00Z, 2025-03-10",
        "the last Friday before clocks go back,    2025-10-30T22:00:00Z, 2025-10-31T21:00:00Z, 2025-10-31",
        "the Sunday on which clocks went back,     2025-11-02T23:00:00Z, 2025-11-03T22:00:00Z, 2025-11-03",
        "a holiday halt trades for the next day,   2026-01-18T23:00:00Z, 2026-01-19T18:00:00Z, 2026-01-20",
        "the evening after a halt,                 2026-01-19T23:00:00Z, 2026-01-20T22:00:00Z, 2026-01-20",
        "Thanksgiving,                             2025-11-26T23:00:00Z, 2025-11-27T18:00:00Z, 2025-11-28",
        "the day after Thanksgiving closes early,  2025-11-27T23:00:00Z, 2025-11-28T18:15:00Z, 2025-11-28",
        "Christmas Eve closes early,               2024-12-23T23:00:00Z, 2024-12-24T18:15:00Z, 2024-12-24",
        "the evening of Christmas,                 2024-12-25T23:00:00Z, 2024-12-26T22:00:00Z, 2024-12-26",
        "a Friday halt trades for Monday,          2026-07-02T22:00:00Z, 2026-07-03T17:00:00Z, 2026-07-06",
        "Good Friday with an employment report,    2026-04-02T22:00:00Z, 2026-04-03T13:15:00Z, 2026-04-03"})
    @DisplayName("B-D4 a session opens and closes on its millisecond, through both changes of the clock")
    void a_session_opens_and_closes_on_its_millisecond(String why, String opens, String closes, LocalDate date) {
        long open = ms(opens);
        long close = ms(closes);
        assertThat(cme.isOpen(open - 1)).as(why).isFalse();
        assertThat(cme.isOpen(open)).isTrue();
        assertThat(cme.isOpen(open + 1)).isTrue();
        assertThat(cme.isOpen(close - 1)).isTrue();
        assertThat(cme.isOpen(close)).isFalse();
        assertThat(cme.isOpen(close + 1)).isFalse();
        assertThat(cme.nextOpenMs(open - 1)).isEqualTo(open);
        assertThat(cme.nextOpenMs(open)).isGreaterThanOrEqualTo(close + 3_600_000);
        assertThat(cme.nextCloseMs(open)).isEqualTo(close);
        assertThat(cme.nextCloseMs(close - 1)).isEqualTo(close);
        assertThat(cme.nextCloseMs(close)).isGreaterThan(close);
        assertThat(cme.sessionOpenMs(close - 1)).isEqualTo(open);
        assertThat(cme.sessionCloseMs(open)).isEqualTo(close);
        assertThat(cme.tradingDate(open)).isEqualTo(date);
        assertThat(cme.tradingDate(close - 1)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"2024-01-01,2024-01-02", "2024-03-29,2024-04-01", "2024-12-25,2024-12-26", "2025-04-18,2025-04-21",
        "2026-12-25,2026-12-28", "2027-12-24,2027-12-27", "2027-03-26,2027-03-29"})
    @DisplayName("B-D4 on a closed day nothing trades from the closing before to the evening before the next day")
    void on_a_closed_day_nothing_trades(LocalDate closed, LocalDate next) {
        long opens = next.minusDays(1).atTime(17, 0).atZone(CHICAGO).toInstant().toEpochMilli();
        for (long ms = at(closed, 0, 0); ms < opens; ms += 60_000) {
            assertThat(cme.isOpen(ms)).isFalse();
        }
        assertThat(cme.nextOpenMs(at(closed, 8, 0))).isEqualTo(opens);
        assertThat(cme.tradingDate(at(closed, 8, 0))).isEqualTo(next);
        assertThat(cme.fullDay(closed)).isFalse();
        assertThat(cme.fullDay(next)).isTrue();
    }

    @Test
    @DisplayName("B-D4 every minute of two months without special days agrees with the week as it is told in words")
    void every_minute_agrees_with_the_week_as_told_in_words() {
        for (LocalDate day = LocalDate.parse("2025-02-18"); day.isBefore(LocalDate.parse("2025-04-17"));
                day = day.plusDays(1)) {
            for (ZonedDateTime at = day.atStartOfDay(CHICAGO); at.toLocalDate().equals(day); at = at.plusMinutes(1)) {
                assertThat(cme.isOpen(at.toInstant().toEpochMilli())).as("%s", at).isEqualTo(inWords(at));
            }
        }
    }

    private static boolean inWords(ZonedDateTime at) {
        int hour = at.getHour();
        if (at.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return false;
        }
        if (at.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return hour >= 17;
        }
        return at.getDayOfWeek() == DayOfWeek.FRIDAY ? hour < 16 : hour != 16;
    }

    @Test
    @DisplayName("B-S15 minutes since the opening and to the closing are numbers for rules")
    void minutes_since_the_opening_and_to_the_closing() {
        long open = ms("2025-02-03T23:00:00Z");
        assertThat(cme.clock(open)).isEqualTo(new SessionClock("cme-equity", true, true, 0, 23 * 60));
        assertThat(cme.clock(open + 30 * 60_000 - 1).minutesSinceOpen()).isEqualTo(29);
        assertThat(cme.clock(open + 30 * 60_000).minutesSinceOpen()).isEqualTo(30);
        long close = ms("2025-02-04T22:00:00Z");
        assertThat(cme.clock(close - 10 * 60_000).minutesToClose()).isEqualTo(10);
        assertThat(cme.clock(close - 10 * 60_000 + 1).minutesToClose()).isEqualTo(9);
        assertThat(cme.clock(close - 1)).isEqualTo(new SessionClock("cme-equity", true, true, 1_379, 0));
        assertThat(cme.clock(close)).isEqualTo(new SessionClock("cme-equity", true, false, 0, 0));
        assertThat(BOOK.require("always").clock(close))
                .isEqualTo(new SessionClock("always", true, true, Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31T20:00:00Z", "2022-06-01T15:00:00Z", "2027-12-31T22:00:00Z", "2029-06-01T15:00:00Z"})
    @DisplayName("B-D4 outside the written years the market counts as closed, and that is said")
    void outside_the_written_years_the_market_counts_as_closed(String at) {
        long ms = ms(at);
        assertThat(cme.covers(ms)).isFalse();
        assertThat(cme.isOpen(ms)).isFalse();
        assertThat(cme.clock(ms)).isEqualTo(new SessionClock("cme-equity", false, false, 0, 0));
        assertThat(cme.nextOpenMs(ms)).isEqualTo(TradingCalendar.NEVER);
        assertThat(cme.nextCloseMs(ms)).isEqualTo(TradingCalendar.NEVER);
        assertThat(cme.warning(ms, 0)).contains("knows nothing of").contains("rules/calendars");
        assertThatThrownBy(() -> cme.tradingDate(ms)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("knows nothing of");
    }

    @Test
    void the_end_of_the_calendar_is_said_before_it_comes() {
        long end = ms("2027-12-31T22:00:00Z");
        assertThat(cme.warning(end - 60L * 86_400_000, 60)).isEmpty();
        assertThat(cme.warning(end - 60L * 86_400_000 + 1, 60)).contains("ends on 2027-12-31, in 59 days");
    }

    @Test
    void answers_do_not_depend_on_the_order_of_the_questions() {
        long seed = Long.getLong("seed", 7L);
        Random random = new Random(seed);
        TradingCalendar fresh = CalendarBook.read(Path.of("rules/calendars")).require("cme-equity");
        long from = ms("2024-01-01T00:00:00Z");
        for (int i = 0; i < 20_000; i++) {
            long ms = from + (long) (random.nextDouble() * 4 * 365 * 86_400_000L);
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochMilli(ms), CHICAGO);
            assertThat(fresh.isOpen(ms)).as("%s, -Dseed=%d", local, seed)
                    .isEqualTo(fresh.nextCloseMs(ms) < fresh.nextOpenMs(ms));
            if (fresh.isOpen(ms)) {
                assertThat(fresh.sessionOpenMs(ms)).isLessThanOrEqualTo(ms);
                assertThat(fresh.sessionCloseMs(ms)).isGreaterThan(ms).isEqualTo(fresh.nextCloseMs(ms));
                assertThat(inWords(local.atZone(CHICAGO))).as("%s, -Dseed=%d", local, seed).isTrue();
            }
        }
    }

    @Test
    void asking_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = ms("2025-02-03T20:00:00Z");
        long open = ask(start, 200_000);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        open += ask(start, 200_000);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).as("bytes for 200,000 questions").isLessThan(10_000);
        assertThat(open).isPositive();
    }

    private long ask(long start, int questions) {
        long open = 0;
        for (int i = 0; i < questions; i++) {
            long ms = start + i * 1_000L;
            open += cme.isOpen(ms) ? cme.minutesToClose(ms) + cme.tradingDay(ms) : 0;
        }
        return open;
    }

    @Test
    void every_shipped_instrument_has_its_calendar() {
        InstrumentCatalogue shipped = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
        assertThat(BOOK.missing(shipped)).isEmpty();
        assertThat(BOOK.of(shipped.require(new InstrumentId("MNQ"))).name()).isEqualTo("cme-equity");
        assertThat(CalendarBook.of(java.util.Map.of()).missing(shipped)).hasSize(shipped.instruments().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{date: 2024-01-08, kind: halt, closes: \"12:00\", name: a}|{date: 2024-01-99, kind: closed, name: b}|8:",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-08, kind: closed, name: b}|2: c: 2024-01-08 is given",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-10, kind: closed, name: b}|is a WEDNESDAY",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2025-01-06, kind: closed, name: b}|lies outside",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-09, kind: early, name: b}|8:",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-09, kind: shut, name: b}|8:",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-09, kind: early, closes: \"16:00\", name: b}|earlier",
        "{date: 2024-01-08, kind: closed, name: a}|{date: 2024-01-09, kind: closed, nam: b}|8:"})
    void a_fault_names_file_and_line(String good, String bad, String says) throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "calendars:\n  c:\n    zone: America/Chicago\n    first-day:"
                + " 2024-01-01\n    last-day: 2024-12-31\n    " + WEEK + "\n    days: [" + good + ",\n      " + bad
                + "]\n");
        assertThatThrownBy(() -> CalendarBook.read(folder)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("c.yaml:").hasMessageContaining(says);
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static long at(LocalDate date, int hour, int minute) {
        return date.atTime(hour, minute).atZone(CHICAGO).toInstant().toEpochMilli();
    }
}
