package org.portcullis.market.domain.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.market.SessionTag;
import org.portcullis.market.domain.Draw;

/** Parts of the day by the clocks of the places, summer and winter. */
@DisplayName("S4-M12 the part of the trading day")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionClockTest {

    private final SessionClock clock = new SessionClock(Paths.shipped().hours());

    @ParameterizedTest
    @CsvSource({
        // winter: Tokyo 00-09, London 08-17, New York 13-22 UTC
        "2026-01-06T23:59:59.999Z,OFF_HOURS", "2026-01-07T00:00:00Z,ASIA", "2026-01-07T07:59:59.999Z,ASIA",
        "2026-01-07T08:00:00Z,LONDON", "2026-01-07T12:59:59.999Z,LONDON", "2026-01-07T13:00:00Z,LONDON_NEW_YORK",
        "2026-01-07T16:59:59.999Z,LONDON_NEW_YORK", "2026-01-07T17:00:00Z,NEW_YORK",
        "2026-01-07T21:59:59.999Z,NEW_YORK", "2026-01-07T22:00:00Z,OFF_HOURS",
        // summer: London and New York an hour earlier
        "2026-07-08T06:59:59.999Z,ASIA", "2026-07-08T07:00:00Z,LONDON", "2026-07-08T12:00:00Z,LONDON_NEW_YORK",
        "2026-07-08T16:00:00Z,NEW_YORK", "2026-07-08T20:59:59.999Z,NEW_YORK", "2026-07-08T21:00:00Z,OFF_HOURS",
        // between 8 and 29 March only New York has summer time: the overlap is an hour longer
        "2026-03-11T12:00:00Z,LONDON_NEW_YORK", "2026-03-11T16:59:59.999Z,LONDON_NEW_YORK",
        // Friday evening to Monday morning in Tokyo
        "2026-01-09T21:59:59.999Z,NEW_YORK", "2026-01-10T10:00:00Z,OFF_HOURS", "2026-01-11T14:00:00Z,OFF_HOURS",
        "2026-01-12T00:00:00Z,ASIA"})
    void a_moment_belongs_to_the_place_that_trades(Instant moment, SessionTag tag) {
        assertThat(clock.tag(moment.toEpochMilli())).isEqualTo(tag);
    }

    @Test
    void what_a_clock_said_before_changes_nothing() {
        Draw draw = new Draw(Paths.SEED);
        for (int i = 0; i < 2_000; i++) {
            long moment = Paths.START_MS + (long) (draw.uniform() * 400 * 86_400_000L);
            assertThat(clock.tag(moment)).as("seed %d, %s", Paths.SEED, Instant.ofEpochMilli(moment))
                    .isEqualTo(new SessionClock(Paths.shipped().hours()).tag(moment));
        }
    }

    @Test
    void a_clock_that_walks_through_a_year_says_at_every_change_what_a_fresh_one_says() {
        SessionClock walking = new SessionClock(Paths.shipped().hours());
        for (int quarter = 0; quarter < 370 * 96; quarter++) {
            long moment = Paths.START_MS + quarter * 900_000L;
            for (long near = moment - 1; near <= moment; near++) {
                assertThat(walking.tag(near)).as("%s", Instant.ofEpochMilli(near))
                        .isEqualTo(new SessionClock(Paths.shipped().hours()).tag(near));
            }
        }
    }

    @Test
    void times_before_1970_have_a_part_of_the_day_too() {
        assertThat(clock.tag(Instant.parse("1965-01-06T14:00:00Z").toEpochMilli())).isNotNull();
    }
}
