package org.portcullis.strategy;

import java.util.List;

/** What the strategies say to one bar: a proposal, or a reason for none. Every bar has exactly one. */
public sealed interface StrategyOutcome {

    /**
     * One proposal.
     *
     * @param proposal the one with the highest confidence
     * @param outvoted what other strategies proposed for the same instrument and bar, each as a reason for no trade
     */
    record Proposed(Proposal proposal, List<NoTrade> outvoted) implements StrategyOutcome {

        public Proposed {
            outvoted = List.copyOf(outvoted);
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
