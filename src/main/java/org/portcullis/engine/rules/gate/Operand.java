package org.portcullis.engine.rules.gate;

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
 */
record Operand(int slot, Kind kind, @Nullable ToLongFunction<Object> whole, @Nullable ToDoubleFunction<Object> number,
        @Nullable Function<Object, @Nullable Object> other) {

    /** What can be read. */
    enum Kind { WHOLE, NUMBER, OTHER }

    static Operand constant(long value) {
        return new Operand(-1, Kind.WHOLE, unused -> value, unused -> (double) value, null);
    }

    static Operand constant(@Nullable Object value) {
        return new Operand(-1, Kind.OTHER, null, null, unused -> value);
    }

    /** The same field of the fact in another slot. */
    Operand at(int otherSlot) {
        return new Operand(otherSlot, kind, whole, number, other);
    }

    /** The fact to read from; constants ignore what they are given. */
    Object fact(Object[] facts) {
        return slot < 0 ? this : facts[slot];
    }

    /** The comparison of two sides, or null when it cannot be judged here. */
    static @Nullable Condition compare(Operand left, Comparison how, Operand right) {
        ToLongFunction<Object> leftWhole = left.whole;
        ToLongFunction<Object> rightWhole = right.whole;
        if (leftWhole != null && rightWhole != null) {
            return facts -> how.holds(leftWhole.applyAsLong(left.fact(facts)),
                    rightWhole.applyAsLong(right.fact(facts)));
        }
        ToDoubleFunction<Object> leftNumber = left.number;
        ToDoubleFunction<Object> rightNumber = right.number;
        if (leftNumber != null && rightNumber != null) {
            return facts -> how.mayHold(leftNumber.applyAsDouble(left.fact(facts)),
                    rightNumber.applyAsDouble(right.fact(facts)));
        }
        Function<Object, @Nullable Object> leftOther = left.other;
        Function<Object, @Nullable Object> rightOther = right.other;
        if (leftOther != null && rightOther != null) {
            return facts -> how.mayHold(leftOther.apply(left.fact(facts)), rightOther.apply(right.fact(facts)));
        }
        return null;
    }
}
