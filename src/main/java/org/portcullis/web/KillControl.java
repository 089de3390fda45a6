package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pages ask of the kill switch; thrown from here it acts before the call returns. */
public interface KillControl {

    /** Whether it is on, and since when, by whom and why. */
    State state();

    /** Stops new orders and cancels open ones; throwing it again changes nothing. */
    void kill(String by, String reason);

    /**
     * Lets trading go on.
     *
     * @throws IllegalStateException when this person may not re-arm, with the reason in words
     */
    void rearm(String by, String reason);

    /**
     * The switch at one moment.
     *
     * @param on whether trading is stopped
     * @param by who threw it; nothing while it is off or when a file threw it
     * @param reason why, in that person's words
     * @param since when, on the wall clock
     */
    record State(boolean on, @Nullable String by, @Nullable String reason, @Nullable Instant since) {
    }
}
