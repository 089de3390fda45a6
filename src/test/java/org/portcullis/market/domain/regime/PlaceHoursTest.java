package org.portcullis.market.domain.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.market.domain.Draw;

/**
 * Hours that are summed up say what hours that are looked up say. The last three places change their clock by half an
 * hour, at midnight, and by a whole day.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlaceHoursTest {

    private static final long DAY_MS = 86_400_000;
    private static final long FROM_MS = Instant.parse("1999-12-25T00:00:00Z").toEpochMilli();
    private static final long TO_MS = Instant.parse("2101-01-10T00:00:00Z").toEpochMilli();

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Tokyo", "Europe/London", "America/New_York", "Australia/Lord_Howe",
            "America/Sao_Paulo", "Pacific/Apia"})
    void a_moment_lies_within_the_hours_of_its_day(String place) {
        ZoneId zone = ZoneId.of(place);
        PlaceHours hours = new PlaceHours(zone, 2, 23);
        Draw draw = new Draw(Paths.SEED);
        for (int i = 0; i < 20_000; i++) {
            long moment = FROM_MS + (long) (draw.uniform() * (TO_MS - FROM_MS));
            same(hours, zone, moment);
            // and the hours and days that follow, as bars do
            same(hours, zone, moment + (long) (draw.uniform() * DAY_MS));
            same(hours, zone, moment + DAY_MS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/London", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo",
            "Pacific/Apia"})
    void days_about_a_change_of_the_clock_are_looked_up(String place) {
        ZoneId zone = ZoneId.of(place);
        PlaceHours walking = new PlaceHours(zone, 2, 23);
        ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(FROM_MS));
        for (int i = 0; i < 120 && change != null; i++) {
            long at = change.toEpochSecond() * 1_000;
            for (long moment = at - 2 * DAY_MS; moment <= at + 2 * DAY_MS; moment += 1_800_000) {
                for (long near = moment - 1; near <= moment + 1; near++) {
                    same(walking, zone, near);
                }
                same(new PlaceHours(zone, 2, 23), zone, moment);
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
    }

    private static void same(PlaceHours hours, ZoneId zone, long timeMs) {
        LocalDate day = Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean open = !weekend && timeMs >= hour(day, 2, zone) && timeMs < hour(day, 23, zone);
        if (hours.open(timeMs) != open) {
            throw new AssertionError("seed " + Paths.SEED + ", " + zone + ", " + Instant.ofEpochMilli(timeMs)
                    + ": open must be " + open);
        }
        long since = hours.sinceMs(timeMs);
        long until = hours.untilMs(timeMs);
        assertThat(since).isLessThanOrEqualTo(timeMs).isGreaterThanOrEqualTo(hour(day, 0, zone));
        assertThat(until).isGreaterThan(timeMs).isLessThanOrEqualTo(hour(day, 24, zone));
    }

    private static long hour(LocalDate day, int hour, ZoneId zone) {
        return day.atStartOfDay().plusHours(hour).atZone(zone).toInstant().toEpochMilli();
    }
}
