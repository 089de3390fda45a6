package org.portcullis.venue.adapter.stream;

/** What reached us from outside, on its way to the one thread that handles it. */
sealed interface Arrival {

    /** A connection is open. */
    record Opened(WireSession session) implements Arrival {
    }

    /**
     * One whole text frame.
     *
     * @param receivedAtMs when it came, our time, UTC milliseconds
     */
    record Frame(WireSession session, String text, long receivedAtMs) implements Arrival {
    }

    /** A frame that cannot be one of the venue's, such as a binary one. */
    record Odd(WireSession session, String what) implements Arrival {
    }

    /** A connection has ended, or could not be opened. */
    record Ended(WireSession session, String why) implements Arrival {
    }

    /** An answer of the REST side, or why there is none: what is to be done with it. */
    record Answer(Runnable take) implements Arrival {
    }
}
