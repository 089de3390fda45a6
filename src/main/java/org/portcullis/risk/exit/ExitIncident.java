package org.portcullis.risk.exit;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/**
 * Something that protects a position was not as it must be; the policy's default stop acts instead.
 *
 * @param kind what was wrong
 * @param text the same in words
 * @param atMs event time, UTC milliseconds
 */
public record ExitIncident(Kind kind, AccountId account, InstrumentId instrument, String strategy, String text,
        long atMs) {

    /** What was wrong. */
    public enum Kind {
        /** A position had no protection. */
        POSITION_UNPROTECTED,
        /** The exit rules could not be asked, or one of them is gone. */
        EXIT_RULES_FAILED
    }

    /** Identity of this incident: the same one told again is no second one. */
    public String incidentId() {
        return kind + " " + instrument + " " + strategy + " " + atMs;
    }
}
