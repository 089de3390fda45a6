package org.portcullis.engine.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time that judgements, timers and cooldowns run on. With live streams it is the wall clock. In a replay it is
 * event time: the newest moment that the feed has shown, which never goes back.
 */
public final class EventClock implements InstantSource {

    private static final long NOT_YET = Long.MIN_VALUE;

    private final InstantSource wall;
    private final boolean replay;
    private final AtomicLong eventMs = new AtomicLong(NOT_YET);

    private EventClock(InstantSource wall, boolean replay) {
        this.wall = wall;
        this.replay = replay;
    }

    /** A clock that follows the events of a replay; before the first event it reads {@code wall}. */
    public static EventClock following(InstantSource wall) {
        return new EventClock(wall, true);
    }

    /** A clock that reads {@code wall}. */
    public static EventClock reading(InstantSource wall) {
        return new EventClock(wall, false);
    }

    /** Tells the clock that the feed has reached this moment; an earlier moment changes nothing. */
    public void reached(long epochMs) {
        eventMs.accumulateAndGet(epochMs, Math::max);
    }

    /** Whether time is event time. */
    public boolean replay() {
        return replay;
    }

    @Override
    public Instant instant() {
        long reached = eventMs.get();
        return replay && reached != NOT_YET ? Instant.ofEpochMilli(reached) : wall.instant();
    }
}
