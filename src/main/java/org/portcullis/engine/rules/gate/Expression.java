package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;

/**
 * What a consequence passes on: a constant, a matched fact, or what one of its methods says.
 *
 * @param type  its type as the Java compiler sees it
 * @param value reads it from the facts in their slots; null, or an exception, makes the engine carry the rule out
 * @param code  the same as code; null when it cannot be written
 */
record Expression(Class<?> type, Value value, @Nullable Code code) {

    /** Reads the value. */
    @FunctionalInterface
    interface Value {
        @Nullable Object from(@Nullable Object[] facts);
    }

    /** Writes what puts the value on the stack, as it is; what is nothing throws instead. */
    @FunctionalInterface
    interface Code {

        /** @param variables number of the local variable that holds the fact of each slot */
        void push(MethodVisitor to, int[] variables);
    }

    static Expression constant(Class<?> type, Object value) {
        return new Expression(type, unused -> value, StatementWriter.constant(value));
    }

    /** The fact in that slot itself. */
    static Expression fact(Class<?> type, int slot) {
        return new Expression(type, facts -> facts[slot], StatementWriter.fact(slot));
    }
}
