package org.portcullis.risk;

import java.util.List;

/** What the desk says about one proposal; a fold of its checks. */
public sealed interface Verdict {

    /** The judgement behind the verdict. */
    Decision decision();

    /** Why, worst first; empty when approved without reservation. */
    List<ReasonCode> reasons();

    /** Which of the three it is. */
    Outcome outcome();

    /** Whether everything but the mode would have let the order go: what DRY_RUN shows as not sent (S2-REQ-M1). */
    default boolean heldBackByMode() {
        return reasons().equals(List.of(ReasonCode.MODE_NOT_TRADING)) && !decision().quantity().isZero();
    }

    /** The kinds of verdict, by the names under which they are kept. */
    enum Outcome { APPROVED, ASK_PERSON, DENIED }

    /** The order may leave. Constructed in this room only. */
    record Approved(Decision decision) implements Verdict {
        @Override
        public List<ReasonCode> reasons() {
            return List.of();
        }

        @Override
        public Outcome outcome() {
            return Outcome.APPROVED;
        }
    }

    /** The order may leave once a person agrees. */
    record AskPerson(Decision decision, List<ReasonCode> reasons) implements Verdict {
        public AskPerson {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.ASK_PERSON;
        }
    }

    /** The order does not leave. */
    record Denied(Decision decision, List<ReasonCode> reasons) implements Verdict {
        public Denied {
            reasons = List.copyOf(reasons);
        }

        @Override
        public Outcome outcome() {
            return Outcome.DENIED;
        }
    }
}
