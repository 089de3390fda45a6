package org.portcullis.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference with what became of it.
 *
 * @param openedAt event time at which it was found
 * @param answer what was decided, if anything
 * @param answeredBy who decided; {@code policy} when the policy did
 * @param reason why, in words
 * @param closedAt event time at which it was settled or gone; while there is none, nothing is opened
 */
public record ReconcileCase(String caseId, Difference difference, Instant openedAt, @Nullable CaseAnswer answer,
        @Nullable String answeredBy, @Nullable String reason, @Nullable Instant closedAt) {

    /** Whether it still keeps entries off. */
    public boolean open() {
        return closedAt == null;
    }
}
