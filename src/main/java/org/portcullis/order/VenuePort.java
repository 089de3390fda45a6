package org.portcullis.order;

/** The only way to a venue; called from {@code OrderDesk} alone, so that nothing leaves unjudged. */
public interface VenuePort {

    /** Hands the command to the gateway; returns when the broker keeps it durably. */
    void submit(SubmitOrder command);

    /** Hands the cancellation to the gateway; returns when the broker keeps it durably. */
    void cancel(CancelOrder command);
}
