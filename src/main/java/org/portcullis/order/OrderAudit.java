package org.portcullis.order;

/** Where the order room writes what it did, in the caller's transaction. */
@FunctionalInterface
public interface OrderAudit {

    /**
     * Appends one entry.
     *
     * @param kind object and past tense, {@code order.submitted}
     * @param subject what it is about, a client order id
     * @param actor who did it
     * @param text what was done and why
     * @param atMs event time, UTC milliseconds
     */
    void append(String kind, String subject, String actor, String text, long atMs);
}
