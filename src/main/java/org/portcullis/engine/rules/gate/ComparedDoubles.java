package org.portcullis.engine.rules.gate;

/**
 * What is certain of two numbers that were doubles from the beginning, a method for each comparison, for code that was
 * written for one group: nothing is converted, so they are compared as they are.
 */
final class ComparedDoubles {

    private ComparedDoubles() {
    }

    static boolean mayLess(double left, double right) {
        return left < right;
    }

    static boolean surelyLess(double left, double right) {
        return left < right;
    }

    static boolean mayAtMost(double left, double right) {
        return left <= right;
    }

    static boolean surelyAtMost(double left, double right) {
        return left <= right;
    }

    static boolean mayMore(double left, double right) {
        return left > right;
    }

    static boolean surelyMore(double left, double right) {
        return left > right;
    }

    static boolean mayAtLeast(double left, double right) {
        return left >= right;
    }

    static boolean surelyAtLeast(double left, double right) {
        return left >= right;
    }

    static boolean maySame(double left, double right) {
        return left == right;
    }

    static boolean surelySame(double left, double right) {
        return left == right;
    }

    static boolean mayOther(double left, double right) {
        return left != right;
    }

    /** What is no number is left to the engine. */
    static boolean surelyOther(double left, double right) {
        return left < right || left > right;
    }
}
