package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/**
 * Which decisions a page shows; the newest first.
 *
 * @param outcome only these, if given
 * @param reason only those with this first reason, if given
 * @param instrument only this one, if given
 * @param limit 1 to 1,000
 * @param offset how many newer ones to skip
 */
public record DecisionQuery(Optional<Verdict.Outcome> outcome, Optional<ReasonCode> reason,
        Optional<InstrumentId> instrument, int limit, int offset) {

    public DecisionQuery {
        if (limit < 1 || limit > 1_000 || offset < 0) {
            throw new IllegalArgumentException("decisions are read 1 to 1000 at a time from 0, not " + limit + " from "
                    + offset);
        }
    }

    /** The newest of all. */
    public static DecisionQuery newest(int limit) {
        return new DecisionQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit, 0);
    }
}
