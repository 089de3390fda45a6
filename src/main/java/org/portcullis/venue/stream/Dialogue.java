package org.portcullis.venue.stream;

import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/**
 * What is said on one open connection, from its opening to its end; holds sequence numbers and local books. Used by one
 * thread.
 */
public interface Dialogue {

    /** Frames to send right after the connection opened, such as subscriptions, in order. */
    List<String> greeting();

    /**
     * What a frame means.
     *
     * @param frame        one whole text frame
     * @param receivedAtMs when it came, our time, UTC milliseconds
     */
    Heard hear(String frame, long receivedAtMs);

    /** Frames to send every so often so that the venue keeps the connection; empty when it needs none. */
    List<String> keepAlive();

    /** A whole order book fetched over REST for an instrument whose local book lost its thread. */
    Heard snapshot(InstrumentId instrument, String body, long receivedAtMs);

    /**
     * The local order book of an instrument while it is in step with the venue; empty while it is not, and where no
     * book is kept. A live view for the thread of this dialogue.
     */
    default Optional<BookView> book(InstrumentId instrument) {
        return Optional.empty();
    }
}
