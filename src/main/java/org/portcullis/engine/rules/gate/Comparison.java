package org.portcullis.engine.rules.gate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How two values are compared. */
enum Comparison {
    LESS("<", "Less"), AT_MOST("<=", "AtMost"), MORE(">", "More"), AT_LEAST(">=", "AtLeast"), SAME("==", "Same"),
    OTHER("!=", "Other");

    /** From here on not every whole number has a double of its own: 2<sup>53</sup>. */
    private static final double WHOLE_MAX = 1L << 53;
    private static final double CONVERSION = 1e-12;

    private final String sign;
    private final String method;

    Comparison(String sign, String method) {
        this.sign = sign;
        this.method = method;
    }

    /** Name of the methods of {@link Compared} that compare so, after may or surely. */
    String method() {
        return method;
    }

    /** The comparison of that sign, or null when it is none that is known here. */
    static @Nullable Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        return null;
    }

    boolean holds(long left, long right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
            case SAME -> left == right;
            case OTHER -> left != right;
        };
    }

    /**
     * As for whole numbers, but open for numbers so close that a conversion between kinds of numbers could turn the
     * answer. What is no number is not equal, not less and not more than anything, as in Java; the engine itself says
     * now one thing and now another.
     */
    boolean mayHold(double left, double right) {
        return holds(left, right) || isClose(left, right);
    }

    /**
     * Whether a conversion between kinds of numbers could turn the answer. What is no number is close to nothing: no
     * comparison below holds for it.
     */
    static boolean isClose(double left, double right) {
        // asked for nearly every comparison that does not hold
        if (Math.abs(left - right) > Math.abs(left) * CONVERSION) {
            return false;
        }
        return left == right ? Math.abs(left) >= WHOLE_MAX : Math.abs(left - right) <= Math.abs(left) * CONVERSION;
    }

    /** Certain for numbers that are the same, or apart by more than any conversion could make up for. */
    boolean surelyHolds(double left, double right) {
        return isCertain(left, right) && holds(left, right);
    }

    /**
     * Certain for two numbers that were doubles from the beginning: nothing is converted, however close they are. Only
     * what is no number is left to the engine.
     */
    boolean surelyHoldsExactly(double left, double right) {
        return left == left && right == right && holds(left, right);
    }

    static boolean isCertain(double left, double right) {
        return left == right ? Math.abs(left) < WHOLE_MAX
                : Math.abs(left - right) > Math.abs(left) * CONVERSION;
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
            case SAME -> left == right;
            case OTHER -> left != right;
        };
    }

    /** Certain for constants and texts that are there. */
    boolean surelyHolds(@Nullable Object left,
            @Nullable Object right) {
        return left != null && right != null && (this == SAME || this == OTHER) && mayHold(left, right);
    }

    /** For constants and texts; only sameness can be asked. */
    boolean mayHold(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case SAME -> Objects.equals(left, right);
            case OTHER -> !Objects.equals(left, right);
            default -> true;
        };
    }
}
