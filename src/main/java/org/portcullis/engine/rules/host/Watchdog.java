package org.portcullis.engine.rules.host;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** One thread that halts sessions which fire for too long. A session is watched from opening to closing. */
public final class Watchdog implements AutoCloseable {

    private static final int LOOKS_PER_LIMIT = 20;

    private final Set<LimitedSession> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean closed;

    /** Starts watching; looks often enough that a run is stopped within five percent of the limit. */
    public Watchdog(Duration timeMax) {
        long periodNanos = Math.max(1_000_000, timeMax.toNanos() / LOOKS_PER_LIMIT);
        thread = new Thread(() -> look(periodNanos), "rules-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    void watch(LimitedSession session) {
        watched.add(session);
    }

    void forget(LimitedSession session) {
        watched.remove(session);
    }

    private void look(long periodNanos) {
        while (!closed) {
            LockSupport.parkNanos(periodNanos);
            long now = System.nanoTime();
            watched.forEach(session -> session.haltWhenOverdue(now));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
