package org.portcullis.venue.adapter.stream;

import java.time.Duration;
import org.portcullis.engine.time.Jitter;

/** Waiting times that grow, with full jitter: {@code random(0, min(max, base x 2^attempt))} (S2-REQ-CB1). */
record BackOff(Duration base, Duration max, Jitter jitter) {

    private static final int DOUBLINGS_MAX = 30;

    /** Nanoseconds to wait before the attempt of that number, counted from 0. */
    long nanos(int attempt) {
        return jitter.upTo(capNanos(attempt));
    }

    /** The longest such wait. */
    long capNanos(int attempt) {
        long factor = 1L << Math.min(attempt, DOUBLINGS_MAX);
        long limit = max.toNanos();
        return base.toNanos() > limit / factor ? limit : Math.min(limit, base.toNanos() * factor);
    }
}
