package org.portcullis.order;

/** Where the order room writes what it did, in the caller's transaction. */
@FunctionalInterface
public interface OrderAudit {

    /**
     * Appends one entry.
     *
     * @param action what was done, {@code ORDER_SUBMITTED}
     * @param subject what it is about, mostly a client order id
     * @param actor who did it
     * @param text what was done and why
     * @param atMs event time, UTC milliseconds
     */
    void append(String action, String subject, String actor, String text, long atMs);
}
