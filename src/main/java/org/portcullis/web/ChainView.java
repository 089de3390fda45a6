package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pages ask about the audit trail's hash chain. */
public interface ChainView {

    /** The result of the last verification. */
    State state();

    /**
     * The chain when it was last walked.
     *
     * @param verifiedAt when, on the wall clock; nothing when it was not walked yet
     * @param entries how many entries were walked
     * @param broken the first bad entry in words; nothing when all agree
     */
    record State(@Nullable Instant verifiedAt, long entries, @Nullable String broken) {
    }
}
