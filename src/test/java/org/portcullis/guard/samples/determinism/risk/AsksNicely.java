package org.portcullis.guard.samples.determinism.risk;

import java.time.Instant;
import java.time.InstantSource;

/** Good: the clock is handed in. */
public record AsksNicely(InstantSource clock) {

    /** The time of whoever wired it. */
    public Instant at() {
        return clock.instant();
    }
}
