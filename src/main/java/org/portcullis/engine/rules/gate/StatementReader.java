package org.portcullis.engine.rules.gate;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.SpunMethods.Question;
import org.portcullis.engine.rules.source.DrlWord;

/**
 * Reads a consequence that does nothing but call the group's recorder with constants, matched facts and what their
 * methods say. Whatever else stands there makes it unread, and then only the engine can carry it out.
 */
final class StatementReader {

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
    StatementReader(List<DrlWord> words, Map<String, Class<?>> imports, Map<String, Class<?>> variables,
            ToIntFunction<Class<?>> slotOf) {
        this.words = words;
        this.imports = imports;
        this.variables = variables;
        this.slotOf = slotOf;
    }

    /** What is recorded, in the order of the text; null when something else is done too. */
    @Nullable List<Statement> read(String recorder, Class<?> type) {
        List<Statement> all = new ArrayList<>();
        while (at < words.size()) {
            Statement next = take(recorder) && take(".") ? statement(type) : null;
            if (next == null) {
                return null;
            }
            all.add(next);
        }
        return all.isEmpty() ? null : List.copyOf(all);
    }

    private @Nullable Statement statement(Class<?> type) {
        String name = next();
        List<Expression> arguments = arguments();
        Method method = arguments == null ? null : SpunMethods.find(type, name, typesOf(arguments));
        Object call = method == null || method.getReturnType() != void.class ? null : SpunMethods.recording(method);
        return call == null || method == null || arguments == null || !take(";") ? null
                : Statement.of(call, method, arguments);
    }

    /** What stands between brackets; null when it cannot be read. */
    private @Nullable List<Expression> arguments() {
        if (!take("(")) {
            return null;
        }
        List<Expression> arguments = new ArrayList<>();
        while (!take(")")) {
            Expression argument = arguments.isEmpty() || take(",") ? expression() : null;
            if (argument == null) {
                return null;
            }
            arguments.add(argument);
        }
        return arguments;
    }

    private @Nullable Expression expression() {
        DrlWord first = at < words.size() ? words.get(at++) : null;
        if (first == null) {
            return null;
        }
        return switch (first.kind()) {
            case TEXT -> first.text().contains("\\") ? null : Expression.constant(String.class, first.text());
            case NUMBER -> first.text().matches("[1-9]\\d{0,8}|0")
                    ? Expression.constant(int.class, Integer.valueOf(first.text())) : null;
            case NAME -> named(first);
            case SIGN -> first.is("!") ? not(expression()) : null;
        };
    }

    private static @Nullable Expression not(@Nullable Expression flag) {
        if (flag == null || flag.type() != boolean.class) {
            return null;
        }
        Expression.Value value = flag.value();
        return new Expression(boolean.class, facts -> Boolean.FALSE.equals(value.from(facts)),
                StatementWriter.not(flag.code()));
    }

    private @Nullable Expression named(DrlWord name) {
        if (name.is("true") || name.is("false")) {
            return Expression.constant(boolean.class, name.is("true"));
        }
        Class<?> fact = variables.get(name.text());
        if (fact != null) {
            int slot = slotOf.applyAsInt(fact);
            return take(".") ? said(fact, slot) : Expression.fact(fact, slot);
        }
        Class<?> constants = imports.get(name.text());
        if (constants == null || !constants.isEnum() || !take(".")) {
            return null;
        }
        String constant = next();
        for (Object known : constants.getEnumConstants()) {
            if (((Enum<?>) known).name().equals(constant)) {
                return at < words.size() && words.get(at).is(".") ? null : Expression.constant(constants, known);
            }
        }
        return null;
    }

    /** What a method of a fact says; what is asked of its answer in turn is left to the engine. */
    private @Nullable Expression said(Class<?> fact, int slot) {
        String name = next();
        List<Expression> arguments = arguments();
        Method method = arguments == null ? null : SpunMethods.find(fact, name, typesOf(arguments));
        if (method == null || arguments == null || method.getReturnType() == void.class
                || at < words.size() && words.get(at).is(".")) {
            return null;
        }
        Expression.Value value = switch (arguments.size()) {
            case 0 -> reading(method, slot);
            case 1 -> asking(method, slot, arguments.get(0).value());
            case 2 -> asking(method, slot, arguments.get(0).value(), arguments.get(1).value());
            default -> null;
        };
        return value == null ? null : new Expression(method.getReturnType(), value,
                StatementWriter.said(method, slot, arguments));
    }

    private static Expression.@Nullable Value reading(Method method, int slot) {
        Function<Object, @Nullable Object> read = SpunMethods.reading(method);
        return read == null ? null : facts -> {
            Object fact = facts[slot];
            return fact == null ? null : read.apply(fact);
        };
    }

    private static Expression.@Nullable Value asking(Method method, int slot, Expression.Value argument) {
        BiFunction<Object, Object, @Nullable Object> ask = SpunMethods.asking(method);
        return ask == null ? null : facts -> {
            Object fact = facts[slot];
            Object with = argument.from(facts);
            return fact == null || with == null ? null : ask.apply(fact, with);
        };
    }

    private static Expression.@Nullable Value asking(Method method, int slot, Expression.Value first,
            Expression.Value second) {
        Question question = SpunMethods.question(method);
        return question == null ? null : facts -> {
            Object fact = facts[slot];
            Object a = first.from(facts);
            Object b = second.from(facts);
            return fact == null || a == null || b == null ? null : question.ask(fact, a, b);
        };
    }

    private static List<Class<?>> typesOf(List<Expression> arguments) {
        List<Class<?>> types = new ArrayList<>();
        arguments.forEach(argument -> types.add(argument.type()));
        return types;
    }

    private String next() {
        return at < words.size() ? words.get(at++).text() : "";
    }

    private boolean take(String word) {
        boolean there = at < words.size() && words.get(at).is(word);
        at += there ? 1 : 0;
        return there;
    }
}
