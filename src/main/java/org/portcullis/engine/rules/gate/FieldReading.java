package org.portcullis.engine.rules.gate;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes fast readings of the fields of facts, by the names that rules give them. Each is made once for the life of its
 * type: the classes behind them are never unloaded before it, and rules are reloaded again and again.
 */
final class FieldReading {

    private static final ClassValue<Map<String, Optional<Operand>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Operand>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final ClassValue<Map<String, Optional<Insertion.Argument>>> ARGUMENTS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Insertion.Argument>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private static final Set<Class<?>> WHOLE = Set.of(long.class, int.class, short.class, byte.class);
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private FieldReading() {
    }

    /** Reads that field of the fact in that slot; null when there is none that can be read here. */
    static @Nullable Operand of(int slot, Class<?> type, String field) {
        Optional<Operand> known = KNOWN.get(type).computeIfAbsent(field,
                unseen -> Optional.ofNullable(make(slot, type, field)));
        return known.map(operand -> operand.at(slot)).orElse(null);
    }

    /** Reads what a method without parameters gives, as an argument; null when there is none that can be read here. */
    static Insertion.@Nullable Argument argument(int slot, Class<?> type, String method) {
        Optional<Insertion.Argument> known = ARGUMENTS.get(type).computeIfAbsent(method,
                unseen -> Optional.ofNullable(makeArgument(type, method)));
        return known.map(argument -> new Insertion.Argument(argument.type(), slot, argument.value(),
                argument.getter(), null, false)).orElse(null);
    }

    private static Insertion.@Nullable Argument makeArgument(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            return Modifier.isStatic(method.getModifiers()) || method.getReturnType() == void.class ? null
                    : new Insertion.Argument(method.getReturnType(), -1, other(LOOKUP.unreflect(method)), method, null,
                            false);
        } catch (NoSuchMethodException | IllegalAccessException notForUs) {
            return null;
        }
    }

    private static @Nullable Operand make(int slot, Class<?> type, String field) {
        Method getter = getter(type, field);
        if (getter == null) {
            return null;
        }
        try {
            Class<?> result = getter.getReturnType();
            MethodHandle handle = LOOKUP.unreflect(getter);
            if (WHOLE.contains(result)) {
                return new Operand(slot, Operand.Kind.WHOLE, whole(handle), number(handle), null, getter, null);
            }
            if (result == double.class || result == float.class) {
                return new Operand(slot, Operand.Kind.NUMBER, null, number(handle), null, getter, null);
            }
            boolean plain = result == boolean.class || result.isEnum() || result == String.class;
            return plain ? new Operand(slot, Operand.Kind.OTHER, null, null, other(handle), getter, null) : null;
        } catch (IllegalAccessException notForUs) {
            return null;
        }
    }

    private static @Nullable Method getter(Class<?> type, String field) {
        String capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        for (String name : new String[]{field, "get" + capital, "is" + capital}) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())) {
                    return method;
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static ToLongFunction<Object> whole(MethodHandle handle) {
        return new LateReading.Whole(() ->
                (ToLongFunction<Object>) spin(handle, ToLongFunction.class, "applyAsLong", long.class));
    }

    @SuppressWarnings("unchecked")
    private static ToDoubleFunction<Object> number(MethodHandle handle) {
        return new LateReading.Number(() ->
                (ToDoubleFunction<Object>) spin(handle, ToDoubleFunction.class, "applyAsDouble", double.class));
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> other(MethodHandle handle) {
        return new LateReading.Other(() ->
                (Function<Object, @Nullable Object>) spin(handle, Function.class, "apply", Object.class));
    }

    /** A function object of its own for each field, so that the just-in-time compiler sees through it. */
    private static Object spin(MethodHandle handle, Class<?> shape, String name, Class<?> result) {
        MethodType seen = MethodType.methodType(result == Object.class
                ? handle.type().wrap().returnType() : result, handle.type().parameterType(0));
        try {
            return LambdaMetafactory.metafactory(LOOKUP, name, MethodType.methodType(shape),
                    MethodType.methodType(result, Object.class), handle, seen).getTarget().invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot read " + handle, impossible);
        }
    }
}
