package org.portcullis.risk.breaker;

import java.util.Objects;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.AccountId;

/**
 * A breaker that tripped.
 *
 * @param account whose trading it stops
 * @param breaker which one
 * @param scope what of the account's trading
 * @param rung how far it goes
 * @param reading what was compared; zero with zero when a person tripped it
 * @param by who tripped it: {@code rules} or a person
 * @param reason why, in words
 * @param atMs since when, event time, UTC milliseconds
 * @param untilMs when it ends by itself; {@link #PERSON} when only a person ends it
 */
public record Trip(AccountId account, Breaker breaker, Scope scope, Rung rung, Reading reading, String by,
        String reason, long atMs, long untilMs) {

    /** Only a person ends it. */
    public static final long PERSON = Long.MAX_VALUE;

    /** Who trips a breaker when no person does. */
    public static final String RULES = "rules";

    public Trip {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(breaker, "breaker");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(rung, "rung");
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a breaker trips for somebody's reason");
        }
    }

    /** Whether it still holds at that moment. */
    public boolean holds(long nowMs) {
        return nowMs < untilMs;
    }

    /** Whether a person has to end it. */
    public boolean needsPerson() {
        return untilMs == PERSON;
    }

    /** Identity of what a person re-arms: the same breaker of the same scope, however far it has climbed. */
    public String rearmKey() {
        return rearmKey(account, breaker, scope);
    }

    /** The same before a breaker has tripped. */
    public static String rearmKey(AccountId account, Breaker breaker, Scope scope) {
        return ContentHash.first16("rearm", account.value(), breaker.code(), scope.kind().name(), scope.value());
    }

    /** Identity of this trip: the same breaker that trips later is another one. */
    public String tripId() {
        return ContentHash.first16("trip", account.value(), breaker.code(), scope.kind().name(), scope.value(),
                Long.toString(atMs));
    }
}
