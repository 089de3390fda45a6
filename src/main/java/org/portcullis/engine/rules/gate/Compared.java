package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.Nullable;

/**
 * What {@link Comparison#mayHold} and {@link Comparison#surelyHolds} say, a method for each comparison, for code that
 * was written for one group.
 */
final class Compared {

    private Compared() {
    }

    static boolean mayLess(long left, long right) {
        return left < right;
    }

    static boolean mayLess(double left, double right) {
        return left < right || Comparison.isClose(left, right);
    }

    static boolean mayLess(@Nullable Object left, @Nullable Object right) {
        return Comparison.LESS.mayHold(left, right);
    }

    static boolean surelyLess(long left, long right) {
        return left < right;
    }

    static boolean surelyLess(double left, double right) {
        return left < right && Comparison.isCertain(left, right);
    }

    static boolean surelyLess(@Nullable Object left, @Nullable Object right) {
        return Comparison.LESS.surelyHolds(left, right);
    }

    static boolean mayAtMost(long left, long right) {
        return left <= right;
    }

    static boolean mayAtMost(double left, double right) {
        return left <= right || Comparison.isClose(left, right);
    }

    static boolean mayAtMost(@Nullable Object left, @Nullable Object right) {
        return Comparison.AT_MOST.mayHold(left, right);
    }

    static boolean surelyAtMost(long left, long right) {
        return left <= right;
    }

    static boolean surelyAtMost(double left, double right) {
        return left <= right && Comparison.isCertain(left, right);
    }

    static boolean surelyAtMost(@Nullable Object left, @Nullable Object right) {
        return Comparison.AT_MOST.surelyHolds(left, right);
    }

    static boolean mayMore(long left, long right) {
        return left > right;
    }

    static boolean mayMore(double left, double right) {
        return left > right || Comparison.isClose(left, right);
    }

    static boolean mayMore(@Nullable Object left, @Nullable Object right) {
        return Comparison.MORE.mayHold(left, right);
    }

    static boolean surelyMore(long left, long right) {
        return left > right;
    }

    static boolean surelyMore(double left, double right) {
        return left > right && Comparison.isCertain(left, right);
    }

    static boolean surelyMore(@Nullable Object left, @Nullable Object right) {
        return Comparison.MORE.surelyHolds(left, right);
    }

    static boolean mayAtLeast(long left, long right) {
        return left >= right;
    }

    static boolean mayAtLeast(double left, double right) {
        return left >= right || Comparison.isClose(left, right);
    }

    static boolean mayAtLeast(@Nullable Object left, @Nullable Object right) {
        return Comparison.AT_LEAST.mayHold(left, right);
    }

    static boolean surelyAtLeast(long left, long right) {
        return left >= right;
    }

    static boolean surelyAtLeast(double left, double right) {
        return left >= right && Comparison.isCertain(left, right);
    }

    static boolean surelyAtLeast(@Nullable Object left, @Nullable Object right) {
        return Comparison.AT_LEAST.surelyHolds(left, right);
    }

    static boolean maySame(long left, long right) {
        return left == right;
    }

    static boolean maySame(double left, double right) {
        return left == right || Comparison.isClose(left, right);
    }

    static boolean maySame(@Nullable Object left, @Nullable Object right) {
        return Comparison.SAME.mayHold(left, right);
    }

    static boolean surelySame(long left, long right) {
        return left == right;
    }

    static boolean surelySame(double left, double right) {
        return left == right && Comparison.isCertain(left, right);
    }

    static boolean surelySame(@Nullable Object left, @Nullable Object right) {
        return Comparison.SAME.surelyHolds(left, right);
    }

    static boolean mayOther(long left, long right) {
        return left != right;
    }

    static boolean mayOther(double left, double right) {
        return left != right || Comparison.isClose(left, right);
    }

    static boolean mayOther(@Nullable Object left, @Nullable Object right) {
        return Comparison.OTHER.mayHold(left, right);
    }

    static boolean surelyOther(long left, long right) {
        return left != right;
    }

    static boolean surelyOther(double left, double right) {
        return left != right && Comparison.isCertain(left, right);
    }

    static boolean surelyOther(@Nullable Object left, @Nullable Object right) {
        return Comparison.OTHER.surelyHolds(left, right);
    }
}
