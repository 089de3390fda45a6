package org.portcullis.web;

import java.util.Set;
import org.portcullis.kernel.ClientOrderId;

/** Where a person's answer to a waiting order goes. */
public interface PersonAnswers {

    /**
     * Gives one answer.
     *
     * @param by who answers, with the roles the sign-in gave, in lower case
     * @param approve whether the order may leave
     * @param reason in words; kept in the audit trail, needed to decline
     */
    Outcome answer(ClientOrderId order, String by, Set<String> roles, boolean approve, String reason);

    /** What became of an answer. */
    sealed interface Outcome {

        /** It was taken. */
        record Taken() implements Outcome {
        }

        /** It came too late, somebody else was faster, or this person may not answer. */
        record Refused(String why) implements Outcome {
        }
    }
}
