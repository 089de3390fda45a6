package org.portcullis.engine.rules.gate;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.Insertion.Argument;
import org.portcullis.engine.rules.source.DrlWord;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/**
 * Reads a consequence that does nothing but insert new facts. Whatever else stands there makes it unread, and then only
 * the engine can carry it out.
 */
final class ConsequenceReader {

    private static final Set<Class<?>> NUMBERS = Set.of(long.class, int.class, double.class);

    private final Map<String, Class<?>> imports;
    private final Map<String, Class<?>> variables;
    private final ToIntFunction<Class<?>> slotOf;
    private final List<DrlWord> words;
    private int at;

    /**
     * @param imports   types by simple name
     * @param variables types of the facts that the conditions bind
     * @param slotOf    the slot of a bound fact's type
     */
    ConsequenceReader(List<DrlWord> words, Map<String, Class<?>> imports, Map<String, Class<?>> variables,
            ToIntFunction<Class<?>> slotOf) {
        this.words = words;
        this.imports = imports;
        this.variables = variables;
        this.slotOf = slotOf;
    }

    /** What is inserted, in the order of the text; null when something else is done too. */
    @Nullable List<Insertion> read() {
        List<Insertion> all = new ArrayList<>();
        while (at < words.size()) {
            Insertion next = insertion();
            if (next == null) {
                return null;
            }
            all.add(next);
        }
        return all.isEmpty() ? null : List.copyOf(all);
    }

    private @Nullable Insertion insertion() {
        if (!take("insert") || !take("(") || !take("new")) {
            return null;
        }
        Class<?> type = at < words.size() ? imports.get(words.get(at++).text()) : null;
        if (type == null || !Modifier.isPublic(type.getModifiers()) || !take("(")) {
            return null;
        }
        List<Argument> arguments = new ArrayList<>();
        while (!take(")")) {
            Argument argument = arguments.isEmpty() || take(",") ? argument() : null;
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        Constructor<?> made = constructor(type, arguments);
        return made != null && take(")") && take(";") ? new Insertion(made, List.copyOf(arguments)) : null;
    }

    private @Nullable Argument argument() {
        DrlWord first = at < words.size() ? words.get(at++) : null;
        if (first == null) {
            return null;
        }
        return switch (first.kind()) {
            case TEXT -> first.text().contains("\\") ? null : Argument.constant(String.class, first.text());
            case NUMBER -> first.text().matches("\\d{1,9}")
                    ? Argument.constant(int.class, Integer.valueOf(first.text())) : null;
            case NAME -> named(first.text());
            case SIGN -> first.is("-") ? negated(argument()) : null;
        };
    }

    private static @Nullable Argument negated(@Nullable Argument argument) {
        if (argument == null || argument.slot() < 0) {
            return null;
        }
        if (argument.type() == int.class) {
            return argument.with(value -> -(Integer) value);
        }
        if (argument.type() == long.class) {
            return argument.with(value -> -(Long) value);
        }
        return argument.type() == double.class ? argument.with(value -> -(Double) value) : null;
    }

    private @Nullable Argument named(String name) {
        Class<?> fact = variables.get(name);
        if (fact != null) {
            return take(".") ? field(fact) : Argument.fact(fact, slotOf.applyAsInt(fact));
        }
        Class<?> constants = imports.get(name);
        if (constants == null || !constants.isEnum() || !take(".") || at >= words.size()) {
            return null;
        }
        String constant = words.get(at++).text();
        for (Object known : constants.getEnumConstants()) {
            if (((Enum<?>) known).name().equals(constant)) {
                return Argument.constant(constants, known);
            }
        }
        return null;
    }

    private @Nullable Argument field(Class<?> fact) {
        String getter = at < words.size() && words.get(at).kind() == Kind.NAME ? words.get(at++).text() : "";
        if (at + 2 < words.size() && words.get(at).is("(") && words.get(at + 1).kind() == Kind.TEXT) {
            String name = words.get(at + 1).text();
            at += 2;
            return take(")") ? TextCall.argument(slotOf.applyAsInt(fact), fact, getter, name) : null;
        }
        return take("(") && take(")") ? FieldReading.argument(slotOf.applyAsInt(fact), fact, getter) : null;
    }

    private boolean take(String word) {
        boolean there = at < words.size() && words.get(at).is(word);
        at += there ? 1 : 0;
        return there;
    }

    /** The one public constructor that takes these arguments as they are or widened; null when none or several do. */
    private static @Nullable Constructor<?> constructor(Class<?> type, List<Argument> arguments) {
        Constructor<?> found = null;
        for (Constructor<?> one : type.getConstructors()) {
            if (takes(one.getParameterTypes(), arguments)) {
                if (found != null) {
                    return null;
                }
                found = one;
            }
        }
        return found;
    }

    private static boolean takes(Class<?>[] parameters, List<Argument> arguments) {
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            Class<?> given = arguments.get(i).type();
            boolean wider = NUMBERS.contains(parameters[i]) && NUMBERS.contains(given)
                    && (given == int.class || parameters[i] == double.class);
            if (!parameters[i].isAssignableFrom(given) && !wider) {
                return false;
            }
        }
        return true;
    }
}
