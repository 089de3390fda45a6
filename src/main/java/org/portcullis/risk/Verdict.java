package org.portcullis.risk;

import java.util.List;

/** What the desk says about one proposal; a fold of its checks. */
public sealed interface Verdict {

    /** The judgement behind the verdict. */
    Decision decision();

    /** Why, worst first; empty when approved without reservation. */
    List<ReasonCode> reasons();

    /** The order may leave. Constructed in this room only. */
    record Approved(Decision decision) implements Verdict {
        @Override
        public List<ReasonCode> reasons() {
            return List.of();
        }
    }

    /** The order may leave once a person agrees. */
    record AskPerson(Decision decision, List<ReasonCode> reasons) implements Verdict {
        public AskPerson {
            reasons = List.copyOf(reasons);
        }
    }

    /** The order does not leave. */
    record Denied(Decision decision, List<ReasonCode> reasons) implements Verdict {
        public Denied {
            reasons = List.copyOf(reasons);
        }
    }
}
