package org.portcullis.risk;

import java.util.Optional;

/** One condition without which {@link Mode#LIVE} is refused at the start (S2-REQ-M1, S2-G2). */
public interface LiveGate {

    /** What is missing, in a few words for the operator; nothing when the condition is met. */
    Optional<String> unmet();

    /** Whether the answer is only known once everything else stands, such as how the books compare. */
    default boolean onceStarted() {
        return false;
    }
}
