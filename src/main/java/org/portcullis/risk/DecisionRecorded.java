package org.portcullis.risk;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/**
 * A judgement was kept.
 *
 * @param reason the first reason when it was denied or a person is asked
 */
public record DecisionRecorded(String decisionId, InstrumentId instrument, Verdict.Outcome outcome,
        @Nullable ReasonCode reason) {
}
