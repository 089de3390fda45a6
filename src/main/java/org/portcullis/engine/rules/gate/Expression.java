package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a consequence passes on: a constant, a matched fact, or what one of its methods says.
 *
 * @param type  its type as the Java compiler sees it
 * @param value reads it from the facts in their slots; null, or an exception, makes the engine carry the rule out
 */
record Expression(Class<?> type, Value value) {

    /** Reads the value. */
    @FunctionalInterface
    interface Value {
        @Nullable Object from(@Nullable Object[] facts);
    }

    static Expression constant(Class<?> type, Object value) {
        return new Expression(type, unused -> value);
    }
}
