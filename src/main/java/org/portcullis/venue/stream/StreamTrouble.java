package org.portcullis.venue.stream;

import java.util.Objects;

/**
 * Something wrong on a stream, with its code and what follows from it.
 *
 * @param code  what kind
 * @param about which instrument, as the venue writes it, or the connection; may be empty
 * @param text  one line for a person: what was seen, cut to 200 printable characters
 */
public record StreamTrouble(Code code, String about, String text) {

    /** What can be wrong. Never renamed: figures count by these names. */
    public enum Code {
        /** A frame that is not JSON, or not the JSON it claims to be: counted, the next frame goes on. */
        UNREADABLE_FRAME,
        /** A kind of frame that the language does not know: counted. */
        UNKNOWN_FRAME,
        /** A symbol that nobody asked for or that no instrument has: counted. */
        UNKNOWN_SYMBOL,
        /** A value outside what we can hold, such as a price of zero: that event is left out. */
        BAD_VALUE,
        /** Sequence numbers have a hole: the local book of the instrument needs a snapshot. */
        SEQUENCE_GAP,
        /** The same or an older sequence number came again: left out. */
        OUT_OF_ORDER,
        /** A local book whose bid is not below its ask: it needs a snapshot. */
        CROSSED_BOOK,
        /** The venue refused a subscription or reported an error: said to a person. */
        VENUE_ERROR,
        /** The venue announced the end of the connection, or missed its heartbeats: connect anew. */
        CONNECTION_ENDING
    }

    public StreamTrouble {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(about, "about");
        text = text.length() > 200 ? text.substring(0, 200) : text;
    }

    /** Whether the instrument's local book must be fetched anew. */
    public boolean needsSnapshot() {
        return code == Code.SEQUENCE_GAP || code == Code.CROSSED_BOOK;
    }

    /** Whether anything may have been missed on the whole connection, trades too. */
    public boolean missedAnything() {
        return code == Code.SEQUENCE_GAP && about.isEmpty();
    }

    /** Whether the venue may not send what was asked for: of its instrument, or of all when it names none. */
    public boolean refuses() {
        return code == Code.VENUE_ERROR;
    }

    /** Whether the connection must be opened anew. */
    public boolean needsReconnect() {
        return code == Code.CONNECTION_ENDING;
    }
}
