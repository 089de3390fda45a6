package org.portcullis.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Quantity;

/** The question of the desk to the rules in force. */
public interface GateRules {

    /** The rules in force now; one judgement uses one edition from beginning to end. */
    Edition edition();

    /** One version of the rules. */
    interface Edition {

        /** Hash over the rule files. */
        String version();

        /**
         * How much each sizing rule permits.
         *
         * @throws RulesFailed when a rule did not come to its end
         */
        Sized size(List<Object> facts);

        /**
         * What every judging rule compared, in the order of the gates.
         *
         * @param currency unit of amounts of money
         * @throws RulesFailed when a rule did not come to its end
         */
        Judged judge(List<Object> facts, String currency);
    }

    /**
     * What one sizing rule permits.
     *
     * @param code stable name of the limit, {@code size.cash}
     */
    record Size(String code, Quantity atMost) {
    }

    /** Sizes permitted and the rules that said so. */
    record Sized(List<Size> sizes, List<String> fired) {
        public Sized {
            sizes = List.copyOf(sizes);
            fired = List.copyOf(fired);
        }
    }

    /** Comparisons made and the rules that made them. */
    record Judged(List<Check> checks, List<String> fired) {
        public Judged {
            checks = List.copyOf(checks);
            fired = List.copyOf(fired);
        }
    }

    /** The rules could not be run to their end; nothing may be traded on what they said so far. */
    final class RulesFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RulesFailed(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }
}
