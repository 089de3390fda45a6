package org.portcullis.venue.wire;

import org.portcullis.venue.stream.StreamTrouble;

/** A frame, or a value in it, that cannot be read. Caught inside the languages; carries no stack. */
public final class WireFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StreamTrouble.Code code;
    private final String text;

    private WireFault(StreamTrouble.Code code, String message) {
        super(message, null, false, false);
        this.code = code;
        this.text = message;
    }

    /** The text is not JSON, or not the JSON it should be. */
    public static WireFault unreadable(String message) {
        return new WireFault(StreamTrouble.Code.UNREADABLE_FRAME, message);
    }

    /** A value is there and well formed, but outside what we can hold. */
    public static WireFault badValue(String message) {
        return new WireFault(StreamTrouble.Code.BAD_VALUE, message);
    }

    /** The same as trouble of a stream. */
    public StreamTrouble trouble(String about) {
        return new StreamTrouble(code, about, Printable.of(text));
    }
}
