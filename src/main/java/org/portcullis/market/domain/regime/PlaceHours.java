package org.portcullis.market.domain.regime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * When one place trades, by its own clock with daylight saving. The day at hand is remembered, so that a bar costs two
 * comparisons, and so is the time between two changes of the clock, so that a day costs a few sums; only days on which
 * the clock is changed are looked up.
 */
final class PlaceHours {

    private static final long HOUR_MS = 3_600_000;
    private static final long DAY_MS = 24 * HOUR_MS;
    private static final long SECOND_MS = 1_000;
    private static final int WEEK = 7;
    /** Days counted from Monday; 1970 began with a Thursday. */
    private static final int THURSDAY = 3;
    private static final int SATURDAY = 5;

    private final ZoneId zone;
    private final int openHour;
    private final int closeHour;
    private long dayFromMs = 0;
    private long dayUntilMs = 0;
    private long openMs;
    private long closeMs;
    /** Between these two moments the clock is ahead of UTC by the same. */
    private long steadyFromMs = 0;
    private long steadyUntilMs = 0;
    private long aheadMs;

    PlaceHours(ZoneId zone, int openHour, int closeHour) {
        this.zone = zone;
        this.openHour = openHour;
        this.closeHour = closeHour;
    }

    /** Whether the place trades at that moment, UTC milliseconds. */
    boolean open(long timeMs) {
        if (timeMs < dayFromMs || timeMs >= dayUntilMs) {
            turnTo(timeMs);
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

    private void turnTo(long timeMs) {
        if (timeMs < steadyFromMs || timeMs >= steadyUntilMs) {
            lookAt(Instant.ofEpochMilli(timeMs), zone.getRules());
        }
        long day = Math.floorDiv(timeMs + aheadMs, DAY_MS);
        dayFromMs = day * DAY_MS - aheadMs;
        dayUntilMs = dayFromMs + DAY_MS;
        if (dayFromMs <= steadyFromMs || dayUntilMs >= steadyUntilMs) {
            lookUp(LocalDate.ofEpochDay(day));
            return;
        }
        boolean weekend = Math.floorMod(day + THURSDAY, WEEK) >= SATURDAY;
        openMs = weekend ? dayFromMs : dayFromMs + openHour * HOUR_MS;
        closeMs = weekend ? dayFromMs : dayFromMs + closeHour * HOUR_MS;
    }

    private void lookAt(Instant time, ZoneRules rules) {
        ZoneOffsetTransition next = rules.nextTransition(time);
        // the one at this very moment is behind it
        ZoneOffsetTransition before = rules.previousTransition(time.plusMillis(1));
        aheadMs = rules.getOffset(time).getTotalSeconds() * SECOND_MS;
        steadyFromMs = before == null ? Long.MIN_VALUE : before.toEpochSecond() * SECOND_MS;
        steadyUntilMs = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND_MS;
    }

    private void lookUp(LocalDate day) {
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
