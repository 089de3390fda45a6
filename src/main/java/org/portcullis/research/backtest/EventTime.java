package org.portcullis.research.backtest;

import java.time.Instant;
import java.time.InstantSource;

/** The newest moment that the bars have shown; never goes back. */
final class EventTime implements InstantSource {

    private long ms;

    void reached(long epochMs) {
        ms = Math.max(ms, epochMs);
    }

    @Override
    public long millis() {
        return ms;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(ms);
    }
}
