package org.portcullis.research.domain.report;

import org.jspecify.annotations.Nullable;

/**
 * A number, or why there is none: a ratio over nothing has no value, and neither infinity nor a zero stands in for it.
 *
 * @param value   finite; 0 when there is none
 * @param missing why there is none; null when there is one
 */
public record Figure(double value, @Nullable String missing) {

    /** Beyond it a ratio says nothing, and its digits could no longer be read. */
    private static final double LARGEST = 1e15;

    /** That number; one that is not finite, or larger than any that means something, is none. */
    public static Figure of(double value) {
        return Math.abs(value) <= LARGEST ? new Figure(value, null) : none("too large to mean anything");
    }

    /** No number, because. */
    public static Figure none(String because) {
        return new Figure(0, because);
    }

    /** {@code part / whole}, or none because the whole is not above zero. */
    static Figure ratio(double part, double whole, String because) {
        return whole > 0 ? of(part / whole) : none(because);
    }

    /** Whether there is a number. */
    public boolean present() {
        return missing == null;
    }
}
