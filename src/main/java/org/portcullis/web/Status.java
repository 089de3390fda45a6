package org.portcullis.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.risk.Mode;

/**
 * What the top bar of every page says.
 *
 * @param mode how far approved orders go
 * @param trading whether orders leave at all
 * @param kill the kill switch
 * @param marketAt event time of the newest bar; nothing before the first
 * @param feedAgeMs wall time since a bar was received, in milliseconds; nothing before the first
 * @param rulesVersion version of all rules in force
 * @param refused edits of rules or policy that are not in force, one line each
 * @param waiting orders that wait for a person
 */
public record Status(Mode mode, Trading trading, KillLine kill, @Nullable Instant marketAt,
        @Nullable Long feedAgeMs, String rulesVersion, String policyHash, String policyProfile, List<String> refused,
        long waiting) {

    /** Whether orders leave. */
    public enum Trading { ACTIVE, HALTED }

    /** The same without what changes by itself, so that two can be compared. */
    public Status withoutTimes() {
        return new Status(mode, trading, kill, null, null, rulesVersion, policyHash, policyProfile, refused, waiting);
    }
}
