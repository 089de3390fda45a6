package org.portcullis.engine.rules.gate;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the methods that consequences call and makes a function object of each, so that the just-in-time compiler sees
 * through it. Each is made once for the life of its type, for rules are reloaded again and again.
 */
final class SpunMethods {

    private static final ClassValue<Map<Method, Optional<Object>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<Method, Optional<Object>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private SpunMethods() {
    }

    /** What a fact says when it is asked with two arguments. */
    @FunctionalInterface
    interface Question {
        @Nullable Object ask(Object of, Object a, Object b);
    }

    /** A call of a recorder with one argument. */
    @FunctionalInterface
    interface One {
        void call(Object on, Object a);
    }

    /** A call of a recorder with three arguments. */
    @FunctionalInterface
    interface Three {
        void call(Object on, Object a, Object b, Object c);
    }

    /** A call of a recorder with two arguments. */
    @FunctionalInterface
    interface Two {
        void call(Object on, Object a, Object b);
    }

    /** A call of a recorder with four arguments. */
    @FunctionalInterface
    interface Four {
        void call(Object on, Object a, Object b, Object c, Object d);
    }

    /** A call of a recorder with five arguments. */
    @FunctionalInterface
    interface Five {
        void call(Object on, Object a, Object b, Object c, Object d, Object e);
    }

    /**
     * The public method that takes exactly these types, which is the one that the compiler takes too; null when there
     * is none.
     */
    static @Nullable Method find(Class<?> type, String name, List<Class<?>> arguments) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && !method.isBridge() && !Modifier.isStatic(method.getModifiers())
                    && Arrays.asList(method.getParameterTypes()).equals(arguments)) {
                return method;
            }
        }
        return null;
    }

    /** Reads what a method without parameters says; null when it cannot be called from here. */
    @SuppressWarnings("unchecked")
    static @Nullable Function<Object, @Nullable Object> reading(Method method) {
        return (Function<Object, @Nullable Object>) spun(method, Function.class, "apply");
    }

    /** Reads what a method with one parameter says; null when it cannot be called from here. */
    @SuppressWarnings("unchecked")
    static @Nullable BiFunction<Object, Object, @Nullable Object> asking(Method method) {
        return (BiFunction<Object, Object, @Nullable Object>) spun(method, BiFunction.class, "apply");
    }

    /** Reads what a method with two parameters says; null when it cannot be called from here. */
    static @Nullable Question question(Method method) {
        return (Question) spun(method, Question.class, "ask");
    }

    /** Calls a recorder; one of the calls above, or null when it cannot be called from here. */
    static @Nullable Object recording(Method method) {
        return switch (method.getParameterCount()) {
            case 1 -> spun(method, One.class, "call");
            case 2 -> spun(method, Two.class, "call");
            case 3 -> spun(method, Three.class, "call");
            case 4 -> spun(method, Four.class, "call");
            case 5 -> spun(method, Five.class, "call");
            default -> null;
        };
    }

    private static @Nullable Object spun(Method method, Class<?> shape, String name) {
        return KNOWN.get(method.getDeclaringClass()).computeIfAbsent(method,
                unseen -> Optional.ofNullable(spin(method, shape, name))).orElse(null);
    }

    private static @Nullable Object spin(Method method, Class<?> shape, String name) {
        try {
            MethodHandle handle = LOOKUP.unreflect(method);
            MethodType boxed = handle.type().wrap();
            MethodType plain = handle.type().generic();
            boolean says = method.getReturnType() != void.class;
            return LambdaMetafactory.metafactory(LOOKUP, name, MethodType.methodType(shape),
                    says ? plain : plain.changeReturnType(void.class), handle,
                    says ? boxed : boxed.changeReturnType(void.class)).getTarget().invoke();
        } catch (IllegalAccessException notForUs) {
            return null;
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot call " + method, impossible);
        }
    }
}
