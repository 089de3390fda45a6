package org.portcullis.engine.time;

import java.time.Instant;
import java.time.InstantSource;

/** The wall clock and the stopwatch: for receive times, latencies and pauses, never for a judgement. */
public final class WallTime implements InstantSource {

    @Override
    public Instant instant() {
        return Instant.now();
    }

    /** Microseconds since 1970, for stamping what is received; comparable between processes of one machine. */
    public long micros() {
        Instant now = instant();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    }

    /** A monotonic stopwatch in nanoseconds; only differences mean something. */
    public long stopwatchNanos() {
        return System.nanoTime();
    }
}
