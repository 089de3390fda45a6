package org.portcullis.risk.breaker;

import java.util.List;
import java.util.Set;
import org.portcullis.kernel.AccountId;

/** Keeps tripped breakers and everything that happened to them; every call joins the caller's transaction. */
public interface BreakerBook {

    /** Before every event: nobody has let a breaker go. */
    long NEVER = 0;

    /** What may happen to a breaker. Never renamed. */
    enum Event { TRIPPED, CLIMBED, REARMED, ENDED }

    /** Makes the account's breakers wait for the end of this transaction, so that two trips cannot overtake. */
    void lock(AccountId account);

    /** Breakers that are kept as tripped, those whose time is over included. */
    List<Trip> kept(AccountId account);

    /** Keeps a trip in the place of an older one of the same breaker and scope. */
    void keep(Trip trip);

    /** Forgets a trip: it was re-armed or its time is over. */
    void remove(Trip trip);

    /** Writes down what happened, for good. */
    void log(Trip trip, Event event, String by, String reason, long atMs);

    /** Everything that happened to the account's breakers, the newest first. */
    List<Entry> history(AccountId account, int max);

    /** When a person last let that breaker go, event time, UTC milliseconds; {@link #NEVER} if nobody has. */
    long rearmedMs(AccountId account, Breaker breaker, Scope scope);

    /** Everybody who tripped that breaker, or made it climb, since it was last let go. */
    Set<String> authors(Trip trip);

    /** One line of the history. */
    record Entry(Breaker breaker, Scope scope, Rung rung, Event event, String by, String reason, long atMs) {
    }
}
