package org.portcullis.engine.rules.gate;

import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field by a function that is made when it is first read this way: where classes are written of the rules,
 * these read the field themselves, and no function is ever needed.
 *
 * @param <F> the function
 */
abstract class LateReading<F> {

    private final Supplier<F> maker;
    private volatile @Nullable F made;

    private LateReading(Supplier<F> maker) {
        this.maker = maker;
    }

    /** The function; made twice by two threads at once, it is the same. */
    final F reading() {
        F there = made;
        if (there == null) {
            there = maker.get();
            made = there;
        }
        return there;
    }

    /** Reads a whole number. */
    static final class Whole extends LateReading<ToLongFunction<Object>> implements ToLongFunction<Object> {

        Whole(Supplier<ToLongFunction<Object>> maker) {
            super(maker);
        }

        @Override
        public long applyAsLong(Object fact) {
            return reading().applyAsLong(fact);
        }
    }

    /** Reads a number. */
    static final class Number extends LateReading<ToDoubleFunction<Object>> implements ToDoubleFunction<Object> {

        Number(Supplier<ToDoubleFunction<Object>> maker) {
            super(maker);
        }

        @Override
        public double applyAsDouble(Object fact) {
            return reading().applyAsDouble(fact);
        }
    }

    /** Reads anything else. */
    static final class Other extends LateReading<Function<Object, @Nullable Object>>
            implements Function<Object, @Nullable Object> {

        Other(Supplier<Function<Object, @Nullable Object>> maker) {
            super(maker);
        }

        @Override
        public @Nullable Object apply(Object fact) {
            return reading().apply(fact);
        }
    }
}
