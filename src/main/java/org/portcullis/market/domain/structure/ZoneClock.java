package org.portcullis.market.domain.structure;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Local time of a place. Daylight saving is right on both sides of a change; between changes it is one comparison and
 * one addition.
 */
final class ZoneClock {

    static final long DAY_MS = 86_400_000L;
    private static final long MINUTE_MS = 60_000L;

    private final ZoneRules rules;
    private long validFromMs = Long.MAX_VALUE;
    private long validToMs = Long.MIN_VALUE;
    private long offsetMs;

    ZoneClock(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** Milliseconds since 1970 as the place's own clocks count them. */
    long local(long utcMs) {
        if (utcMs < validFromMs || utcMs >= validToMs) {
            learn(utcMs);
        }
        return utcMs + offsetMs;
    }

    /** Minute of the place's day, 0 to 1439. */
    int minuteOfDay(long utcMs) {
        return (int) (Math.floorMod(local(utcMs), DAY_MS) / MINUTE_MS);
    }

    private void learn(long utcMs) {
        Instant at = Instant.ofEpochMilli(utcMs);
        ZoneOffsetTransition before = rules.previousTransition(at.plusMillis(1));
        ZoneOffsetTransition after = rules.nextTransition(at);
        validFromMs = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
        validToMs = after == null ? Long.MAX_VALUE : after.getInstant().toEpochMilli();
        offsetMs = rules.getOffset(at).getTotalSeconds() * 1_000L;
    }
}
