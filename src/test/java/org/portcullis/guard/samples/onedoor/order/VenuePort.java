package org.portcullis.guard.samples.onedoor.order;

/** Stands for the real port. */
public interface VenuePort {

    /** Sends. */
    void submit(String command);
}
