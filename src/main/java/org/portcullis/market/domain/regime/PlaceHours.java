package org.portcullis.market.domain.regime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When one place trades, by its own clock with daylight saving. The day at hand is remembered, so that a bar costs two
 * comparisons.
 */
final class PlaceHours {

    private static final long HOUR_MS = 3_600_000;

    private final ZoneId zone;
    private final int openHour;
    private final int closeHour;
    private long dayFromMs = 0;
    private long dayUntilMs = 0;
    private long openMs;
    private long closeMs;

    PlaceHours(ZoneId zone, int openHour, int closeHour) {
        this.zone = zone;
        this.openHour = openHour;
        this.closeHour = closeHour;
    }

    /** Whether the place trades at that moment, UTC milliseconds. */
    boolean open(long timeMs) {
        if (timeMs < dayFromMs || timeMs >= dayUntilMs) {
            turnTo(Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate());
        }
        return timeMs >= openMs && timeMs < closeMs;
    }

    /** The last moment not after that one, of the same day, at which anything here changes. */
    long sinceMs(long timeMs) {
        return timeMs >= closeMs ? closeMs : timeMs >= openMs ? openMs : dayFromMs;
    }

    /** The first moment after that one, of the same day, at which anything here changes. */
    long untilMs(long timeMs) {
        return timeMs < openMs ? openMs : timeMs < closeMs ? closeMs : dayUntilMs;
    }

    private void turnTo(LocalDate day) {
        dayFromMs = hour(day, 0);
        dayUntilMs = hour(day, 24);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean plain = dayUntilMs - dayFromMs == 24 * HOUR_MS;
        openMs = weekend ? dayFromMs : plain ? dayFromMs + openHour * HOUR_MS : hour(day, openHour);
        closeMs = weekend ? dayFromMs : plain ? dayFromMs + closeHour * HOUR_MS : hour(day, closeHour);
    }

    private long hour(LocalDate day, int hour) {
        return day.atStartOfDay().plusHours(hour).atZone(zone).toInstant().toEpochMilli();
    }
}
