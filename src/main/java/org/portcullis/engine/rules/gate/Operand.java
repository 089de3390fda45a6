package org.portcullis.engine.rules.gate;

import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: a field of the fact in a slot, or a constant.
 *
 * @param slot     slot of the fact; -1 for a constant
 * @param kind     which of the readings is there
 * @param whole    reads a whole number
 * @param number   reads any number
 * @param other    reads anything else
 * @param getter   the method behind the readings; null for a constant
 * @param constant the constant: a {@link Long}, an enum constant, a text or a truth value; the name that is asked for
 *                 when the method takes one; null for a field
 */
record Operand(int slot, Kind kind, @Nullable ToLongFunction<Object> whole, @Nullable ToDoubleFunction<Object> number,
        @Nullable Function<Object, @Nullable Object> other, @Nullable Method getter, @Nullable Object constant) {

    /** What can be read. */
    enum Kind { WHOLE, NUMBER, OTHER }

    static Operand constant(long value) {
        return new Operand(-1, Kind.WHOLE, unused -> value, unused -> (double) value, null,
                null, value);
    }

    static Operand constant(@Nullable Object value) {
        return new Operand(-1, Kind.OTHER, null, null, unused -> value, null, value);
    }

    /** The same field of the fact in another slot. */
    Operand at(int otherSlot) {
        return new Operand(otherSlot, kind, whole, number, other, getter, constant);
    }

    /** The fact to read from; constants ignore what they are given. */
    Object fact(Object[] facts) {
        return slot < 0 ? this : facts[slot];
    }

    /** The comparison of two sides, or null when it cannot be judged here. */
    static @Nullable Condition compare(Operand left, Comparison how, Operand right) {
        if (left.whole != null && right.whole != null) {
            return new Whole(left, left.whole, how, right, right.whole);
        }
        if (left.number != null && right.number != null) {
            return new Number(left, left.number, how, right, right.number, left.isDouble() && right.isDouble());
        }
        return left.other != null && right.other != null
                ? new Other(left, left.other, how, right, right.other) : null;
    }

    private boolean isDouble() {
        return getter != null && getter.getReturnType() == double.class;
    }

    /** Whether there is always something to compare. */
    private boolean isThere() {
        return getter == null ? constant != null : getter.getReturnType().isPrimitive();
    }

    /** Two whole numbers: certain either way. */
    private record Whole(Operand left, ToLongFunction<Object> leftOf, Comparison how, Operand right,
            ToLongFunction<Object> rightOf) implements Condition {

        @Override
        public Operand.Kind kind() {
            return Kind.WHOLE;
        }

        @Override
        public boolean certain() {
            return true;
        }

        @Override
        public boolean reads(int slot) {
            return left.slot == slot || right.slot == slot;
        }

        @Override
        public boolean mayHold(Object[] facts) {
            return how.holds(leftOf.applyAsLong(left.fact(facts)), rightOf.applyAsLong(right.fact(facts)));
        }

        @Override
        public boolean surelyHolds(Object[] facts) {
            return mayHold(facts);
        }
    }

    /** Two numbers of any kind. */
    private record Number(Operand left, ToDoubleFunction<Object> leftOf, Comparison how, Operand right,
            ToDoubleFunction<Object> rightOf, boolean exact) implements Condition {

        @Override
        public Operand.Kind kind() {
            return Kind.NUMBER;
        }

        /** What is no number is other than everything in Java, and left to the engine. */
        @Override
        public boolean certain() {
            return exact && how != Comparison.OTHER;
        }

        @Override
        public boolean reads(int slot) {
            return left.slot == slot || right.slot == slot;
        }

        @Override
        public boolean mayHold(Object[] facts) {
            double one = leftOf.applyAsDouble(left.fact(facts));
            double other = rightOf.applyAsDouble(right.fact(facts));
            return exact ? how.holds(one, other) : how.mayHold(one, other);
        }

        @Override
        public boolean surelyHolds(Object[] facts) {
            double one = leftOf.applyAsDouble(left.fact(facts));
            double other = rightOf.applyAsDouble(right.fact(facts));
            return exact ? how.surelyHoldsExactly(one, other) : how.surelyHolds(one, other);
        }
    }

    /** Two constants or texts. */
    private record Other(Operand left, Function<Object, @Nullable Object> leftOf, Comparison how, Operand right,
            Function<Object, @Nullable Object> rightOf) implements Condition {

        @Override
        public Operand.Kind kind() {
            return Kind.OTHER;
        }

        @Override
        public boolean certain() {
            return (how == Comparison.SAME || how == Comparison.OTHER) && left.isThere() && right.isThere();
        }

        @Override
        public boolean reads(int slot) {
            return left.slot == slot || right.slot == slot;
        }

        @Override
        public boolean mayHold(Object[] facts) {
            return how.mayHold(leftOf.apply(left.fact(facts)), rightOf.apply(right.fact(facts)));
        }

        @Override
        public boolean surelyHolds(Object[] facts) {
            return how.surelyHolds(leftOf.apply(left.fact(facts)), rightOf.apply(right.fact(facts)));
        }
    }
}
