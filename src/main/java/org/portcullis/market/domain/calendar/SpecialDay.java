package org.portcullis.market.domain.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * A date on which a venue does not keep its ordinary hours.
 *
 * @param date   the date its session would carry
 * @param kind   what happens
 * @param closes when it closes; midnight for a day without session
 * @param name   why
 */
public record SpecialDay(LocalDate date, Kind kind, LocalTime closes, String name) {

    /** What a venue does on a special day. */
    public enum Kind {
        /** No session at all. */
        CLOSED,
        /** The session ends early and its trades carry the next day's date: a holiday on which the venue halts. */
        HALT,
        /** The session ends early and keeps its date. */
        EARLY
    }

    public SpecialDay {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(closes, "closes");
        Objects.requireNonNull(name, "name");
    }
}
