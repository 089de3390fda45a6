package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Structure;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.TradingCalendar;

@DisplayName("S0-09 levels of days, weeks and sessions")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CalendarLevelsTest {

    private static final InstrumentId MNQ = new InstrumentId("MNQ");
    private static final StructureCalendar CHICAGO =
            new StructureCalendar(ZoneId.of("America/Chicago"), 17 * 60, 8 * 60 + 30, 16 * 60);

    @Test
    void a_day_counts_from_its_first_minute_and_is_told_by_the_first_bar_after_it() {
        List<Structure> told = minutes("2026-01-06T00:00:00Z", 2 * 1_440, StructureCalendar.UTC);
        assertThat(told.get(1_439).previousDayHigh()).isNaN();
        assertThat(told.get(1_440).previousDayHigh()).isEqualTo(high(0, 1_440));
        assertThat(told.get(1_440).previousDayLow()).isEqualTo(low(0, 1_440));
    }

    @Test
    void a_day_whose_start_was_missed_is_not_told() {
        List<Structure> told = minutes("2026-01-06T00:01:00Z", 2 * 1_440, StructureCalendar.UTC);
        assertThat(told.get(1_439).previousDayHigh()).isNaN();
        assertThat(told.get(2_879).previousDayHigh()).isEqualTo(high(1_439, 2_879));
    }

    @Test
    void a_week_begins_on_monday() {
        List<Structure> told = minutes("2026-01-05T00:00:00Z", 8 * 1_440, StructureCalendar.UTC);
        assertThat(told.get(7 * 1_440 - 1).previousWeekHigh()).isNaN();
        assertThat(told.get(7 * 1_440).previousWeekHigh()).isEqualTo(high(0, 7 * 1_440));
    }

    @Test
    void the_trading_day_of_futures_begins_the_evening_before_in_winter_and_in_summer() {
        // 17:00 in Chicago is 23:00 UTC in January and 22:00 UTC in July
        assertThat(minutes("2026-01-05T23:00:00Z", 1_441, CHICAGO).get(1_440).previousDayHigh()).isFinite();
        assertThat(minutes("2026-07-06T22:00:00Z", 1_441, CHICAGO).get(1_440).previousDayHigh()).isFinite();
        assertThat(minutes("2026-07-06T23:00:00Z", 1_441, CHICAGO).get(1_440).previousDayHigh()).isNaN();
    }

    @Test
    void sessions_follow_the_clocks_of_their_places() {
        assertThat(defined("2026-01-06T00:00:00Z", "LONDON_HIGH")).isEqualTo("2026-01-06T17:00:00Z");
        assertThat(defined("2026-07-07T00:00:00Z", "LONDON_HIGH")).isEqualTo("2026-07-07T16:00:00Z");
        assertThat(defined("2026-01-06T00:00:00Z", "ASIA_LOW")).isEqualTo("2026-01-06T09:00:00Z");
        assertThat(defined("2026-07-07T00:00:00Z", "ASIA_LOW")).isEqualTo("2026-07-07T09:00:00Z");
    }

    @Test
    void opening_ranges_are_told_when_they_are_over() {
        List<PoolStep> steps = minutes("2026-01-06T14:00:00Z", 90, CHICAGO).stream()
                .flatMap(now -> now.poolSteps().stream()).toList();
        // 8:30 in Chicago is 14:30 UTC
        assertThat(steps).filteredOn(step -> step.source().startsWith("OPENING_RANGE_SHORT")).isNotEmpty()
                .allMatch(step -> step.barTimeMs() >= ms("2026-01-06T14:45:00Z"));
        assertThat(steps).filteredOn(step -> step.source().startsWith("OPENING_RANGE_LONG")).isNotEmpty()
                .allMatch(step -> step.barTimeMs() >= ms("2026-01-06T15:00:00Z"));
    }

    @Test
    void minutes_to_the_end_of_the_session_are_told_where_there_is_one() {
        CalendarLevels levels = new CalendarLevels(StructureBars.shipped(), CHICAGO);
        assertThat(levels.minutesToSessionEnd(ms("2026-01-06T21:50:00Z"))).isEqualTo(10);
        assertThat(levels.minutesToSessionEnd(ms("2026-07-06T20:50:00Z"))).isEqualTo(10);
        assertThat(new CalendarLevels(StructureBars.shipped(), StructureCalendar.UTC)
                .minutesToSessionEnd(ms("2026-01-06T21:50:00Z"))).isNaN();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // an ordinary day, 16:00 in Chicago
        "2025-11-26T21:50:00Z,10", "2025-11-26T22:00:00Z,0",
        // Friday after Thanksgiving, 12:15 in Chicago
        "2025-11-28T17:44:00Z,31", "2025-11-28T17:45:00Z,30", "2025-11-28T18:10:00Z,5", "2025-11-28T18:15:00Z,0",
        "2025-11-28T18:16:00Z,0",
        // years that the calendar does not cover have ordinary days
        "2001-11-23T18:10:00Z,230"})
    void an_early_close_is_the_end_of_its_session(String time, double minutes) {
        TradingCalendar cme = CalendarBook.read(Path.of("rules", "calendars")).require("cme-equity");
        StructureCalendar calendar = StructureCalendar.of(cme, ms("2025-11-03T15:00:00Z"));
        assertThat(new CalendarLevels(StructureBars.shipped(), calendar).minutesToSessionEnd(ms(time)))
                .isEqualTo(minutes);
    }

    private static String defined(String from, String source) {
        return minutes(from, 1_440, StructureCalendar.UTC).stream().flatMap(now -> now.poolSteps().stream())
                .filter(step -> step.source().equals(source) && step.from() == step.to()).findFirst()
                .map(step -> Instant.ofEpochMilli(step.barTimeMs()).truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("never");
    }

    private static List<Structure> minutes(String from, int count, StructureCalendar calendar) {
        StructureWalk walk = new StructureWalk(MNQ, FixedPoint.parse("0.25"), StructureBars.shipped(), calendar);
        List<Structure> told = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long middle = FixedPoint.parse("20000") + price(i);
            told.add(walk.push(new Bar(MNQ, ms(from) + i * Bar.INTERVAL_MS, middle, middle + FixedPoint.ONE,
                    middle - FixedPoint.ONE, middle, FixedPoint.ONE), Double.NaN));
        }
        return told;
    }

    /** A slow wave of 200 points with a ripple on it, so that levels lie on both sides of price. */
    private static long price(int minute) {
        return Math.round(100 * (StrictMath.sin(minute / 37.0) + 0.2 * StrictMath.sin(minute / 7.0)) * 4)
                * FixedPoint.parse("0.25");
    }

    private static double high(int from, int to) {
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            high = Math.max(high, 20_001 + (double) price(i) / FixedPoint.ONE);
        }
        return high;
    }

    private static double low(int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, 19_999 + (double) price(i) / FixedPoint.ONE);
        }
        return low;
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
