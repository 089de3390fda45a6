package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.KillState;

/**
 * The kill switch at one moment.
 *
 * @param on whether trading is stopped
 * @param by who threw it; nothing while it is off
 * @param reason why, in that person's words
 * @param since when, on the wall clock
 */
public record KillLine(boolean on, @Nullable String by, @Nullable String reason, @Nullable Instant since) {

    /** What the switch says. */
    public static KillLine of(KillState state) {
        return state instanceof KillState.On on ? new KillLine(true, on.by(), on.reason(), on.at())
                : new KillLine(false, null, null, null);
    }
}
