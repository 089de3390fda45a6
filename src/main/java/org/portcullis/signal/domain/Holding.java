package org.portcullis.signal.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.signal.TargetPosition;

/** What a source can say to hold. */
public enum Holding {
    /** Hold a long position. */
    LONG(TargetPosition.LONG),
    /** Hold nothing. */
    FLAT(TargetPosition.FLAT),
    /** Hold a short position. */
    SHORT(TargetPosition.SHORT),
    /** The word says nothing about what to hold. */
    NONE(null);

    private final @Nullable TargetPosition target;

    Holding(@Nullable TargetPosition target) {
        this.target = target;
    }

    /** The position; of nothing, nothing. */
    static @Nullable TargetPosition target(@Nullable Holding holding) {
        return holding == null ? null : holding.target;
    }
}
