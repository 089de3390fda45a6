package org.portcullis.engine.rules.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When a firing has to be over: told by the thread that fires, asked by it and by the watchdog's. */
final class Deadline {

    private final long timeMaxNanos;
    private boolean firing;
    private long nanos;
    private volatile boolean overdue;

    Deadline(Duration timeMax) {
        this.timeMaxNanos = timeMax.toNanos();
    }

    synchronized void begin() {
        nanos = System.nanoTime() + timeMaxNanos;
        firing = true;
    }

    synchronized void end() {
        overdue |= firing && System.nanoTime() - nanos > 0;
        firing = false;
    }

    /** Halts a firing that is overdue; one that ended in time is never halted, so a pooled session stays whole. */
    synchronized void haltWhenOverdue(long nowNanos, Runnable halt) {
        if (firing && nowNanos - nanos > 0) {
            overdue = true;
            halt.run();
        }
    }

    boolean isOverdue() {
        return overdue;
    }

    /** What happened, for whoever reads why a run failed. */
    String text() {
        return "took longer than " + TimeUnit.NANOSECONDS.toMillis(timeMaxNanos) + " ms";
    }
}
