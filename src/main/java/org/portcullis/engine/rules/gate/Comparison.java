package org.portcullis.engine.rules.gate;

import java.util.Objects;

/** How two values are compared. */
enum Comparison {
    LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="), SAME("=="), OTHER("!=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** The comparison of that sign, or null when it is none that is known here. */
    static @org.jspecify.annotations.Nullable Comparison of(String sign) {
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
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return this == OTHER;
        }
        if (Math.abs(left - right) <= Math.abs(left) * 1e-12) {
            return this != OTHER || left != right;
        }
        return switch (this) {
            case LESS, AT_MOST -> left < right;
            case MORE, AT_LEAST -> left > right;
            case SAME -> false;
            case OTHER -> true;
        };
    }

    /** For constants and texts; only sameness can be asked. */
    boolean mayHold(Object left, Object right) {
        return switch (this) {
            case SAME -> Objects.equals(left, right);
            case OTHER -> !Objects.equals(left, right);
            default -> true;
        };
    }
}
