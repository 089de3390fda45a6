package org.portcullis.risk;

import java.time.Instant;

/** What the kill switch says, and who said it. */
public sealed interface KillState {

    /** Trading goes on. */
    record Off() implements KillState {
    }

    /**
     * Trading is stopped.
     *
     * @param by who threw it; {@code unknown} when the file was made by hand or cannot be read
     * @param reason in words
     * @param at when; the epoch when it is not known
     */
    record On(String by, String reason, Instant at) implements KillState {
    }
}
