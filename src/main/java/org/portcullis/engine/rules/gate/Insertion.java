package org.portcullis.engine.rules.gate;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
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
 *
 * @param made      how it is made
 * @param arguments one for each parameter
 */
record Insertion(Constructor<?> made, List<Argument> arguments) {

    private static final Logger LOG = LoggerFactory.getLogger(Insertion.class);

    /**
     * One argument.
     *
     * @param type  its type as written
     * @param slot  slot of the fact that it is read from; -1 for a constant
     * @param value reads it; a constant ignores the fact
     */
    record Argument(Class<?> type, int slot, Function<Object, @Nullable Object> value) {

        /** The same with a number changed on the way. */
        Argument with(UnaryOperator<Object> change) {
            return new Argument(type, slot, fact -> change.apply(Objects.requireNonNull(value.apply(fact))));
        }

        static Argument constant(Class<?> type, Object value) {
            return new Argument(type, -1, unused -> value);
        }
    }

    /** The fact; null when it refuses these values: then the engine carries the rule out and fails in its own words. */
    @Nullable Object from(@Nullable Object[] facts) {
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            Argument argument = arguments.get(i);
            Object fact = argument.slot() < 0 ? this : facts[argument.slot()];
            values[i] = argument.value().apply(fact);
        }
        try {
            return made.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException refused) {
            LOG.debug("{} is left to the engine", made, refused);
            return null;
        }
    }
}
