package org.portcullis.risk;

import java.util.Optional;

/** Answers what would have let a recorded decision pass, tried by the rules in force (D11). */
public interface ChangeProofs {

    /** What was found; nothing when there is no such decision or its typed facts were not kept. */
    Optional<NearestChange> of(String decisionId);
}
