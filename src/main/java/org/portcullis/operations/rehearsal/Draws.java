package org.portcullis.operations.rehearsal;

import org.portcullis.engine.ids.ContentHash;

/** A die that falls the same way for the same seed and question, on every machine. */
public final class Draws {

    private static final int DIGITS = 12;
    private static final int HEXADECIMAL = 16;

    private final long seed;

    public Draws(long seed) {
        this.seed = seed;
    }

    /**
     * A whole number from 0 to {@code bound} - 1, all equally likely.
     *
     * @param what the question, unique per throw
     * @param bound 1 to a billion
     */
    public long below(long bound, String what) {
        String digits = ContentHash.hex(Long.toString(seed), what).substring(0, DIGITS);
        return Long.parseLong(digits, HEXADECIMAL) % bound;
    }

    /** True in one of {@code times} throws. */
    public boolean oneIn(long times, String what) {
        return below(times, what) == 0;
    }
}
