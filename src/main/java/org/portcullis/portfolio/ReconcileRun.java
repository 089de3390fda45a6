package org.portcullis.portfolio;

import java.time.Instant;

/**
 * One comparison of our books with the venue's.
 *
 * @param at event time at which it was made
 * @param outcome how it ended
 * @param missed fills that the venue knew and we had not heard of; booked by it through the ledger
 * @param found differences found, those included that are known and ignored
 * @param opened how many of them became cases now
 * @param text why it was aborted, or what was found, in words
 */
public record ReconcileRun(Trigger trigger, Instant at, Outcome outcome, int missed, int found, int opened,
        String text) {

    /** What asked for it (SX-01). */
    public enum Trigger { BOOT, RECONNECT, PERIODIC, ON_DEMAND }

    /** How it ended. */
    public enum Outcome {
        /** The books agree. */
        AGREED,
        /** They differ; every difference is a case. */
        DIFFERED,
        /** The venue did not tell everything, or something failed; nothing was concluded (S2-D4). */
        ABORTED
    }
}
