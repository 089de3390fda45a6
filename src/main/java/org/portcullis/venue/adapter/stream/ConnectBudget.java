package org.portcullis.venue.adapter.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Keeps a feed from opening connections faster than a venue bears; venues ban addresses that do. One thread. */
final class ConnectBudget {

    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final int perMinute;
    private final Deque<Long> taken = new ArrayDeque<>();

    ConnectBudget(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether a connection may be opened now; if so, it counts. */
    boolean take(long nowNanos) {
        while (!taken.isEmpty() && nowNanos - taken.peekFirst() >= WINDOW_NANOS) {
            taken.removeFirst();
        }
        if (taken.size() >= perMinute) {
            return false;
        }
        taken.addLast(nowNanos);
        return true;
    }
}
