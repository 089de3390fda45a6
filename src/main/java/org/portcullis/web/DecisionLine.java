package org.portcullis.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.ReasonCode;

/**
 * One judgement in a list.
 *
 * @param outcome {@code APPROVED}, {@code ASK_PERSON} or {@code DENIED}
 * @param reason the first reason code; nothing when approved
 * @param verdictMicros from receiving the frame to the verdict, wall time in microseconds; nothing when not measured
 */
public record DecisionLine(String decisionId, String proposalId, String account, String instrument, String strategy,
        String rule, String intent, String side, Instant decidedAt, String outcome, @Nullable String reason,
        List<String> reasons, Quantity quantity, Price limitPrice, Price referencePrice, String rulesVersion,
        String policyHash, @Nullable Long verdictMicros) {

    /** What people are shown: the outcome, or {@code NOT_SENT} when only the mode held the order back (S2-REQ-M1). */
    public String shown() {
        boolean heldBack = reasons.equals(List.of(ReasonCode.MODE_NOT_TRADING.name())) && !quantity.isZero();
        return heldBack ? "NOT_SENT" : outcome;
    }
}
