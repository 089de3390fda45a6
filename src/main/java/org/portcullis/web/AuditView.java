package org.portcullis.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pages ask about the audit trail. */
public interface AuditView {

    /** The result of the last verification of its hash chains. */
    Chain chain();

    /** One part of the entries, newest first, whose words contain the text (whatever its case), or of all. */
    Page<AuditLine> page(@Nullable String text, int number, int size);

    /**
     * The chains when they were last walked.
     *
     * @param verifiedAt when, on the wall clock; nothing when they were not walked yet
     * @param entries how many entries were walked
     * @param broken the first bad entry in words; nothing when all agree
     */
    record Chain(@Nullable Instant verifiedAt, long entries, @Nullable String broken) {
    }
}
