package org.portcullis.order;

import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.ClientOrderId;

/**
 * A step that a workflow, a person or the kill switch asks of the desk, on {@code order.step.v1}: the account keeps its
 * one writer because nobody else changes an order.
 *
 * @param stepId unique per intent; a repeated step changes nothing
 * @param by who asks: {@code workflow}, {@code kill} or a user name
 * @param reason in words, kept in the audit trail
 * @param atMs event time, UTC milliseconds
 */
public record OrderStep(String stepId, ClientOrderId clientOrderId, Kind kind, String by, String reason, long atMs) {

    /** What can be asked. */
    public enum Kind {
        /** Send it to the venue; re-judged first when a person was asked. */
        SUBMIT,
        /** A person declined it. */
        DECLINE,
        /** The approval did not come in time. */
        EXPIRE,
        /** Cancel it at the venue, or here when it has not left. */
        CANCEL
    }

    /**
     * The step that a workflow asks for. Its id is made of the order, the element of the workflow and the count of
     * steps so far, so asking again is the same step.
     *
     * @param number which step of that workflow it is, from one on
     */
    public static OrderStep asked(ClientOrderId order, String element, int number, Kind kind, String by, String reason,
            long atMs) {
        String id = ContentHash.hex("order-step", order.value(), element, Integer.toString(number));
        return new OrderStep(id, order, kind, by, reason, atMs);
    }
}
