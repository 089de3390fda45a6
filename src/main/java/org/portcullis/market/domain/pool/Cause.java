package org.portcullis.market.domain.pool;

/** Why a pool stepped, as {@code PoolStep.cause} names it. Callers may add causes of their own for calling off. */
public enum Cause {
    /** The level became known. */
    DEFINED,
    /** Price came near the level. */
    TOUCHED,
    /** Another level of the same side lies so close that it is the same pool. */
    MERGED,
    /** Untouched for too long. */
    TOO_OLD,
    /** Gave way to a new level because the book was full. */
    BOOK_FULL,
    /** Price went through the level. */
    PENETRATED,
    /** The bar closed far beyond the level. */
    FAR_CLOSE,
    /** The bar closed beyond the level. */
    BEYOND,
    /** The bar closed at the level, or within a tick of it. */
    AT_LEVEL,
    /** The sweep went too deep. */
    TOO_DEEP,
    /** Too many closes far beyond the level. */
    CLOSED_BEYOND,
    /** Price did not close back in time. */
    NO_RECLAIM_IN_TIME,
    /** Price closed back. */
    CLOSED_BACK,
    /** A displacement came, its confirmation not yet. */
    DISPLACED,
    /** Displacement, confirmed if that is asked for: the turn is believed. */
    DISPLACEMENT,
    /** No displacement came in time. */
    NO_DISPLACEMENT_IN_TIME,
    /** Price went beyond the extreme of the sweep again. */
    EXTREME_BROKEN,
    /** The entry was touched. */
    ENTRY_TOUCHED,
    /** The entry was not touched in time. */
    ENTRY_NOT_TOUCHED,
    /** The stop was reached; also when stop and target lie in one bar, because nobody knows which came first. */
    STOPPED,
    /** The target was reached. */
    TARGET_REACHED,
    /** The idea took too long. */
    TIME_OVER,
    /** The series has a hole: what happened in it is not known. */
    SERIES_RESTARTED;

    boolean is(String cause) {
        return name().equals(cause);
    }
}
