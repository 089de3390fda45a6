package org.portcullis.order;

import org.jspecify.annotations.Nullable;

/**
 * One change of an order, for pages and auditors.
 *
 * @param seq number of the change, from 1
 * @param from nothing for the creation
 * @param cause what brought it: a report, a step, a reason
 * @param actor who brought it: {@code desk}, {@code venue}, {@code workflow} or a user name
 * @param atMs event time, UTC milliseconds
 */
public record OrderTransition(int seq, @Nullable OrderState from, OrderState to, String cause, String actor,
        long atMs) {
}
