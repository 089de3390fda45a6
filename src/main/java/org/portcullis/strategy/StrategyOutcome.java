package org.portcullis.strategy;

import java.util.List;
import java.util.stream.Stream;

/** What the strategies say to one bar: what they propose, or a reason for nothing. Every bar has exactly one. */
public sealed interface StrategyOutcome {

    /**
     * What is proposed, in the order in which it is to be judged: exits, the surest first, then at most one entry
     * (S2-REQ-STR4).
     *
     * @param proposal the first
     * @param after what follows it; mostly nothing
     * @param outvoted what else was formed for the same instrument and bar, each as a reason for no trade
     */
    record Proposed(Proposal proposal, List<Proposal> after, List<NoTrade> outvoted) implements StrategyOutcome {

        public Proposed {
            after = after.isEmpty() ? List.of() : List.copyOf(after);
            outvoted = outvoted.isEmpty() ? List.of() : List.copyOf(outvoted);
        }

        /** A single proposal. */
        public Proposed(Proposal proposal, List<NoTrade> outvoted) {
            this(proposal, List.of(), outvoted);
        }

        /** All that is proposed, in that order. */
        public List<Proposal> all() {
            return after.isEmpty() ? List.of(proposal) : Stream.concat(Stream.of(proposal), after.stream()).toList();
        }
    }

    /**
     * No proposal.
     *
     * @param noTrade why
     */
    record Idle(NoTrade noTrade) implements StrategyOutcome {
    }
}
