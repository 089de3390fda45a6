package org.portcullis.risk;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;

/**
 * One decision in a list.
 *
 * @param decidedAt event time
 * @param reason the first reason, if it was not approved
 * @param verdictMicros time from the market frame's receipt to the verdict, in microseconds
 */
public record DecisionRow(String decisionId, String proposalId, String account, InstrumentId instrument,
        String strategy, String rule, Intent intent, Side side, Instant decidedAt, Verdict.Outcome outcome,
        Optional<ReasonCode> reason, Quantity quantity, Price limitPrice, Price referencePrice, String rulesVersion,
        String policyHash, long verdictMicros) {
}
