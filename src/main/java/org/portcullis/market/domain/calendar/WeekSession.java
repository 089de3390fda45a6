package org.portcullis.market.domain.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * An ordinary session of the week, by the venue's clock.
 *
 * @param tradingDay day of the week whose date its trades carry, and on which it closes
 * @param opensDay   day of the week on which it opens: the trading day or one of the six before
 * @param opens      when it opens
 * @param closes     when it closes
 */
public record WeekSession(DayOfWeek tradingDay, DayOfWeek opensDay, LocalTime opens, LocalTime closes) {

    public WeekSession {
        Objects.requireNonNull(tradingDay, "tradingDay");
        Objects.requireNonNull(opensDay, "opensDay");
        Objects.requireNonNull(opens, "opens");
        Objects.requireNonNull(closes, "closes");
        if (opensDay == tradingDay && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("the session of " + tradingDay + " opens at " + opens
                    + " and closes at " + closes + " of the same day");
        }
    }

    /** The date on which the session of that trading date opens. */
    LocalDate opensOn(LocalDate date) {
        return date.minusDays(Math.floorMod(tradingDay.getValue() - opensDay.getValue(), 7));
    }
}
