package org.portcullis.journal;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something that was decided or done and must be provable later.
 *
 * @param writer which part of the system writes; each writer has a chain of its own, such as {@code desk}
 * @param at when, in event time for decisions; kept to the millisecond
 * @param actor who: a user's name, or the part itself
 * @param action what was done, in capitals, such as {@code DECISION_DENIED}
 * @param subject what it was done to: an order's, a decision's or a setting's id
 * @param details more: text, whole and decimal numbers, booleans, nulls, enums, kernel words, lists and maps of these
 * @param rulesVersion version of the rules in force, empty when none took part
 * @param policyHash hash of the policy in force, empty when none took part
 */
public record AuditEntry(String writer, Instant at, String actor, String action, String subject,
        Map<String, ? extends @Nullable Object> details, String rulesVersion, String policyHash) {

    public AuditEntry {
        requireText("writer", writer);
        requireText("actor", actor);
        requireText("action", action);
        requireText("subject", subject);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank() || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("an audit entry needs its " + name);
        }
    }
}
