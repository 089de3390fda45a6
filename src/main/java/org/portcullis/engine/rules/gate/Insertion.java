package org.portcullis.engine.rules.gate;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One fact that a rule inserts: {@code insert( new Type( ... ) )}, with constants, matched facts and their fields as
 * arguments.
 */
final class Insertion {

    private static final Logger LOG = LoggerFactory.getLogger(Insertion.class);

    private final Constructor<?> made;
    private final List<Argument> arguments;
    private InsertionWriter.@Nullable Maker maker;

    /**
     * @param made      how it is made
     * @param arguments one for each parameter
     */
    Insertion(Constructor<?> made, List<Argument> arguments) {
        this.made = made;
        this.arguments = arguments;
    }

    /**
     * One argument.
     *
     * @param type     its type as written
     * @param slot     slot of the fact that it is read from; -1 for a constant
     * @param value    reads it; a constant ignores the fact
     * @param getter   the method behind it; null for a constant, a whole fact and what is changed on the way
     * @param constant the constant, or the name that the method is asked with; null for everything else
     * @param whole    whether it is the fact itself
     */
    record Argument(Class<?> type, int slot, Function<Object, @Nullable Object> value, @Nullable Method getter,
            @Nullable Object constant, boolean whole) {

        /** The same with a number changed on the way. */
        Argument with(UnaryOperator<Object> change) {
            return new Argument(type, slot, fact -> change.apply(Objects.requireNonNull(value.apply(fact))), null,
                    null, false);
        }

        static Argument constant(Class<?> type, Object value) {
            return new Argument(type, -1, unused -> value, null, value, false);
        }

        /** The fact in that slot itself. */
        static Argument fact(Class<?> type, int slot) {
            return new Argument(type, slot, seen -> seen, null, null, true);
        }
    }

    /** What kind of fact it is. */
    Class<?> type() {
        return made.getDeclaringClass();
    }

    /** The fact; null when it refuses these values: then the engine carries the rule out and fails in its own words. */
    @Nullable Object from(@Nullable Object[] facts) {
        InsertionWriter.Maker written = maker;
        if (written == null) {
            InsertionWriter.Maker first = InsertionWriter.of(made, arguments);
            written = first == null ? this::plainly : first;
            maker = written;
        }
        try {
            return written.make(facts);
        } catch (RuntimeException refused) {
            LOG.debug("{} is left to the engine", made, refused);
            return null;
        }
    }

    private Object plainly(@Nullable Object[] facts) {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            Object fact = argument.slot() < 0 ? this : facts[argument.slot()];
            values[i] = argument.value().apply(fact);
        }
        try {
            return made.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
