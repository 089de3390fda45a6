package org.portcullis.engine.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One time for everything that comes from outside (S4-M3): our wall clock corrected by time servers, and each venue's
 * clock told from what it sends. Always UTC; never goes back: when the clock is set back, time stands still until it
 * has caught up, and {@link #drift} says so.
 *
 * <p>Error bound of our own time: that of the last answer (half its round trip plus what the server says of itself)
 * plus {@value #PPM} millionths of the time since, which is more than a sound quartz drifts.
 */
public final class TimeOracle implements InstantSource {

    private static final double PPM = 50;
    private static final double MILLION = 1e6;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final InstantSource wall;
    private final long venueDifferenceMsMax;
    private final Map<String, VenueClock> venues = new ConcurrentHashMap<>();
    private final AtomicLong lastNanos = new AtomicLong(Long.MIN_VALUE);
    private volatile @Nullable NtpSample sample;

    /**
     * @param wall                 the operating system's clock
     * @param venueDifferenceMsMax largest difference of a venue's clock that is believed, in milliseconds
     */
    public TimeOracle(InstantSource wall, long venueDifferenceMsMax) {
        this.wall = wall;
        this.venueDifferenceMsMax = venueDifferenceMsMax;
    }

    /**
     * Reads a stamp of a sender.
     *
     * @throws IllegalArgumentException when it tells no offset from UTC: a naive stamp may mean any of 38 hours
     */
    public static Instant read(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("not a moment with its offset from UTC, such as"
                    + " 2026-01-05T14:30:00Z: " + text.substring(0, Math.min(40, text.length())), unreadable);
        }
    }

    @Override
    public Instant instant() {
        long nanos = lastNanos.accumulateAndGet(corrected(), Math::max);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
    }

    /** Now, UTC milliseconds. */
    public long nowMs() {
        return instant().toEpochMilli();
    }

    /** The clock of a venue, told by whoever hears it. */
    public VenueClock venue(String name) {
        return venues.computeIfAbsent(name, unseen -> new VenueClock(venueDifferenceMsMax));
    }

    /** A time server has answered. */
    public void synced(NtpSample answer) {
        sample = answer;
    }

    /** How well the time is known. */
    public ClockDrift drift() {
        NtpSample last = sample;
        long heldMs = Math.max(0, Math.round((lastNanos.get() - corrected()) / NANOS_PER_MILLI));
        Map<String, Long> venueMs = new TreeMap<>();
        venues.forEach((name, clock) -> {
            if (clock.known()) {
                venueMs.put(name, clock.differenceMs());
            }
        });
        if (last == null) {
            return new ClockDrift(false, "", 0, Double.POSITIVE_INFINITY, 0, heldMs, venueMs);
        }
        long age = Math.max(0, wall.instant().toEpochMilli() - last.takenAtMs());
        return new ClockDrift(true, last.server(), last.offsetMs(), last.boundMs() + age * PPM / MILLION,
                last.takenAtMs(), heldMs, venueMs);
    }

    private long corrected() {
        Instant now = wall.instant();
        NtpSample last = sample;
        long offset = last == null ? 0 : Math.round(last.offsetMs() * NANOS_PER_MILLI);
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), NANOS_PER_SECOND) + now.getNano(), offset);
    }
}
