package org.portcullis.signal;

import java.util.Objects;

/**
 * Why a signal is not traded, with both numbers that were compared.
 *
 * @param code   what was found
 * @param actual the value of the signal, in the unit that stands at the code
 * @param limit  the bound it broke, in the same unit; both are 0 where nothing is counted
 */
public record SignalFlag(SignalRefusal code, double actual, double limit) {

    public SignalFlag {
        Objects.requireNonNull(code, "code");
    }

    /** A refusal in which nothing is counted. */
    public static SignalFlag of(SignalRefusal code) {
        return new SignalFlag(code, 0, 0);
    }
}
