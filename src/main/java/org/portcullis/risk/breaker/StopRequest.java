package org.portcullis.risk.breaker;

import java.time.Instant;

/**
 * A person's wish that trading stops in one scope (B-R13).
 *
 * @param rung how far, {@code REDUCE_ONLY} or {@code FLATTEN}: working entries are cancelled, exits always pass
 * @param by who asks, not blank
 * @param reason in words, not blank
 * @param at when it was asked for, by the wall clock
 */
public record StopRequest(Scope scope, Rung rung, String by, String reason, Instant at) {

    public StopRequest {
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a stop needs a person and a reason");
        }
        if (rung != Rung.REDUCE_ONLY && rung != Rung.FLATTEN) {
            throw new IllegalArgumentException("a stop of a scope is REDUCE_ONLY or FLATTEN, not " + rung);
        }
    }
}
