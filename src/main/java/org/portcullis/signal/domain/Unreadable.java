package org.portcullis.signal.domain;

import java.util.Objects;
import org.portcullis.signal.SignalRefusal;

/** A body says nothing that could be a signal. Carries no text of the body but the names of our own fields. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SignalRefusal code;

    /**
     * @param code   why
     * @param detail where, in words of ours
     */
    public Unreadable(SignalRefusal code, String detail) {
        // thrown for every bad body that somebody sends: no stack trace
        super(detail, null, false, false);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** Why. */
    public SignalRefusal code() {
        return code;
    }

    /** Where, in words of ours. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
