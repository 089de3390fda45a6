package org.portcullis.guard.samples.onedoor.order;

/** Good: the one caller. */
public record OrderDesk(VenuePort venue) {

    /** Sends a judged order. */
    public void send(String command) {
        venue.submit(command);
    }
}
