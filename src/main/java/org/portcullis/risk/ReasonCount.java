package org.portcullis.risk;

import java.util.Optional;

/** How many decisions had this outcome and first reason. */
public record ReasonCount(Verdict.Outcome outcome, Optional<ReasonCode> reason, long decisions) {
}
