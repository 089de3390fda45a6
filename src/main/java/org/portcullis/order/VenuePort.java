package org.portcullis.order;

/** The only way to a venue; called from {@code OrderDesk} alone, so that nothing leaves unjudged. */
public interface VenuePort {

    /**
     * Hands the command to the gateway; returns when the broker keeps it durably.
     *
     * @param messageId id of this sending; a command that is sent again has another one
     */
    void submit(SubmitOrder command, String messageId);

    /**
     * Hands the cancellation to the gateway; returns when the broker keeps it durably.
     *
     * @param messageId id of this sending
     */
    void cancel(CancelOrder command, String messageId);
}
