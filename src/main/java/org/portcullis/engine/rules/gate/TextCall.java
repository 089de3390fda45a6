package org.portcullis.engine.rules.gate;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/**
 * Reads a fact's number that is asked for by a name in quotes, such as {@code value("ema12")} or
 * {@code $p.number("stop-atr")}: a public method of the fact that takes one text and gives a number. Its function is
 * made once for the life of the fact's type.
 */
final class TextCall {

    private static final int WORDS = 4;
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final ClassValue<Map<String, Made>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Made> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    /** A method as a function of fact and name; nothing when it cannot be read here. */
    private record Made(@Nullable ToDoubleBiFunction<Object, String> number, @Nullable Method method, boolean whole) {
    }

    private TextCall() {
    }

    /** The words without those of such calls: what is left has no brackets where nothing else has any. */
    static List<DrlWord> folded(List<DrlWord> words) {
        List<DrlWord> left = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            left.add(words.get(i));
            if (i + WORDS <= words.size() && isOne(words.subList(i, i + WORDS))) {
                i += WORDS - 1;
            }
        }
        return left;
    }

    /** Whether the words are such a call, of the fact itself or of a bound one. */
    static boolean endsWithOne(List<DrlWord> words) {
        return words.size() == WORDS && isOne(words) || words.size() == WORDS + 2 && words.get(1).is(".")
                && isOne(words.subList(2, words.size()));
    }

    /** The number as one side of a comparison; null when it cannot be read here. */
    static @Nullable Operand operand(List<DrlWord> words, Class<?> type, Map<String, Class<?>> variables,
            ToIntFunction<Class<?>> slotOf) {
        boolean bound = words.size() > WORDS;
        Class<?> owner = bound ? variables.get(words.get(0).text()) : type;
        List<DrlWord> call = bound ? words.subList(2, words.size()) : words;
        String name = call.get(2).text();
        Made made = owner == null || name.contains("\\") ? null : made(owner, call.get(0).text());
        ToDoubleBiFunction<Object, String> number = made == null ? null : made.number();
        if (number == null || owner == null || made == null) {
            return null;
        }
        int slot = slotOf.applyAsInt(owner);
        return made.whole() ? new Operand(slot, Operand.Kind.WHOLE, fact -> (long) number.applyAsDouble(fact, name),
                fact -> number.applyAsDouble(fact, name), null, made.method(), name)
                : new Operand(slot, Operand.Kind.NUMBER, null, fact -> number.applyAsDouble(fact, name), null,
                        made.method(), name);
    }

    /** The number as an argument of a new fact; null when it cannot be read here. */
    static Insertion.@Nullable Argument argument(int slot, Class<?> fact, String method, String name) {
        Made made = name.contains("\\") ? null : made(fact, method);
        ToDoubleBiFunction<Object, String> number = made == null ? null : made.number();
        if (made == null || number == null) {
            return null;
        }
        return made.whole() ? new Insertion.Argument(int.class, slot, seen -> (int) number.applyAsDouble(seen, name),
                made.method(), name, false) : new Insertion.Argument(double.class, slot,
                seen -> number.applyAsDouble(seen, name), made.method(), name, false);
    }

    private static boolean isOne(List<DrlWord> words) {
        return words.get(0).kind() == Kind.NAME && words.get(1).is("(") && words.get(2).kind() == Kind.TEXT
                && words.get(3).is(")");
    }

    private static Made made(Class<?> type, String method) {
        return KNOWN.get(type).computeIfAbsent(method, unseen -> make(type, method));
    }

    private static Made make(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name, String.class);
            Class<?> result = method.getReturnType();
            if (Modifier.isStatic(method.getModifiers()) || result != double.class && result != int.class) {
                return new Made(null, null, false);
            }
            return new Made(spin(LOOKUP.unreflect(method)), method, result == int.class);
        } catch (NoSuchMethodException | IllegalAccessException notForUs) {
            return new Made(null, null, false);
        }
    }

    /** A function object of its own for each method, so that the just-in-time compiler sees through it. */
    @SuppressWarnings("unchecked")
    private static ToDoubleBiFunction<Object, String> spin(MethodHandle handle) {
        MethodType erased = MethodType.methodType(double.class, Object.class, Object.class);
        MethodType seen = MethodType.methodType(double.class, handle.type().parameterType(0), String.class);
        try {
            return (ToDoubleBiFunction<Object, String>) LambdaMetafactory.metafactory(LOOKUP, "applyAsDouble",
                    MethodType.methodType(ToDoubleBiFunction.class), erased, handle, seen).getTarget().invoke();
        } catch (Throwable impossible) {
            throw new IllegalStateException("cannot read " + handle, impossible);
        }
    }
}
