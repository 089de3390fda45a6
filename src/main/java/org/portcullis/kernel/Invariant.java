package org.portcullis.kernel;

import java.util.function.Supplier;

/** A belief of ours that must hold; always checked, in production as in tests. */
public final class Invariant {

    private Invariant() {
    }

    /**
     * Stops the caller when a belief is broken. Not for bad input, which gets a reason code or an
     * {@link IllegalArgumentException}.
     *
     * @throws IllegalStateException when {@code belief} is false
     */
    public static void hold(boolean belief, Supplier<String> what) {
        if (!belief) {
            throw new IllegalStateException("invariant broken: " + what.get());
        }
    }
}
