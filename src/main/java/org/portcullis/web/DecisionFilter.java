package org.portcullis.web;

import org.jspecify.annotations.Nullable;

/**
 * Which judgements to list; nothing means all.
 *
 * @param outcome {@code APPROVED}, {@code ASK_PERSON} or {@code DENIED}
 * @param reason a reason code that must be among the reasons
 * @param text part of an id, instrument, strategy or rule, whatever its case
 */
public record DecisionFilter(@Nullable String outcome, @Nullable String reason, @Nullable String instrument,
        @Nullable String strategy, @Nullable String text) {

    /** Everything. */
    public static final DecisionFilter ALL = new DecisionFilter(null, null, null, null, null);

    public DecisionFilter {
        outcome = orNothing(outcome);
        reason = orNothing(reason);
        instrument = orNothing(instrument);
        strategy = orNothing(strategy);
        text = orNothing(text);
    }

    private static @Nullable String orNothing(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
