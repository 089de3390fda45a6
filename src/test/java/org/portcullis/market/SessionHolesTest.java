package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;

/** Minutes in which nothing can trade are not missing; minutes of a session are. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionHolesTest {

    private static final Path RULES = Path.of("rules");
    private static final InstrumentId MNQ = new InstrumentId("MNQ");
    private static final CalendarBook CALENDARS = CalendarBook.read(RULES.resolve("calendars"));
    private static final TradingCalendar CME = CALENDARS.require("cme-equity");

    @Test
    @DisplayName("B-D4: the weekend of a future is no hole, a minute lost on Sunday evening is")
    void the_weekend_is_no_hole() {
        Instant friday = Instant.parse("2025-03-28T20:59:00Z");
        Instant sunday = Instant.parse("2025-03-30T22:00:00Z");
        assertThat(missing(friday, sunday)).isZero();
        assertThat(missing(friday, sunday.plusSeconds(60))).isEqualTo(1);
        assertThat(missing(friday.minusSeconds(60), sunday)).isEqualTo(1);
    }

    @Test
    void the_daily_break_is_no_hole_on_either_side_of_daylight_saving() {
        assertThat(missing(Instant.parse("2025-03-06T21:59:00Z"), Instant.parse("2025-03-06T23:00:00Z"))).isZero();
        assertThat(missing(Instant.parse("2025-03-12T20:59:00Z"), Instant.parse("2025-03-12T22:00:00Z"))).isZero();
    }

    @Test
    void where_the_calendar_knows_nothing_every_minute_counts() {
        assertThat(missing(Instant.parse("1999-01-01T00:00:00Z"), Instant.parse("1999-01-01T01:00:00Z")))
                .isEqualTo(59);
    }

    @Test
    void a_future_counts_its_days_from_the_evening_opening() {
        StructureCalendar days = StructureCalendar.of(CME, Instant.parse("2025-03-28T12:00:00Z").toEpochMilli());
        assertThat(days).isEqualTo(new StructureCalendar(CME.zone(), 17 * 60, 17 * 60, 16 * 60, CME));
        assertThat(StructureCalendar.of(CALENDARS.require("always"), 0)).isEqualTo(StructureCalendar.UTC);
    }

    /** Missing minutes before the second of two bars, by what the guards are asked. */
    private static long missing(Instant first, Instant second) {
        long[] seen = new long[1];
        BarWalk walk = new BarWalk((check, limits) -> {
            seen[0] = check.missingMinutes();
            return List.of();
        }, PolicyBook.open(RULES.resolve("policy.yaml"), null)::current, null,
                InstrumentCatalogue.read(RULES.resolve("instruments.yaml")), CALENDARS);
        walk.onBar(bar(first), first.toEpochMilli() + Bar.INTERVAL_MS);
        walk.onBar(bar(second), second.toEpochMilli() + Bar.INTERVAL_MS);
        return seen[0];
    }

    private static Bar bar(Instant at) {
        long price = 20_000_00000000L;
        return new Bar(MNQ, at.toEpochMilli(), price, price, price, price, 100_000_000);
    }
}
