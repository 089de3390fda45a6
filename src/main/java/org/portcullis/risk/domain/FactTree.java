package org.portcullis.risk.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The single values of which a fact is made, and the same fact with one of them changed. Facts are public records. */
public final class FactTree {

    private FactTree() {
    }

    /**
     * A single value in a fact.
     *
     * @param path names of the components that lead to it
     * @param holder the record that holds it directly, such as {@code Money}
     * @param value a number, a flag or a word of a closed list
     */
    public record Leaf(List<String> path, Class<?> holder, Object value) {

        public Leaf {
            path = List.copyOf(path);
        }

        /** Its name for people: {@code limits.exposure-asset-pct-max}. */
        public String name() {
            return String.join(".", path).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                    .replaceAll("[.-]e8$", "");
        }

        /** Whether the number is written in 10<sup>-8</sup> of its unit. */
        public boolean inE8() {
            String last = path.get(path.size() - 1);
            return last.equals("e8") || last.endsWith("E8");
        }
    }

    /** Every number, flag and word of a closed list in the fact, in the order in which it is written. */
    public static List<Leaf> leaves(Record fact) {
        List<Leaf> leaves = new ArrayList<>();
        collect(fact, List.of(), leaves);
        return leaves;
    }

    /**
     * The fact with one value changed.
     *
     * @throws IllegalArgumentException when the fact refuses the value
     */
    public static Record with(Record fact, List<String> path, Object value) {
        RecordComponent[] parts = fact.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[parts.length];
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            types[i] = parts[i].getType();
            Object held = read(fact, parts[i]);
            values[i] = parts[i].getName().equals(path.get(0)) ? changed(held, path.subList(1, path.size()), value)
                    : held;
        }
        try {
            Constructor<? extends Record> canonical = fact.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("cannot be " + value + ": " + String.join(".", path), refused);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("the fact " + fact.getClass() + " must be a public record", unreadable);
        }
    }

    private static Object changed(Object held, List<String> rest, Object value) {
        if (rest.isEmpty()) {
            return value;
        }
        if (held instanceof Optional<?> maybe) {
            return maybe.map(inner -> with((Record) inner, rest, value));
        }
        return with((Record) held, rest, value);
    }

    private static void collect(Record fact, List<String> above, List<Leaf> leaves) {
        for (RecordComponent part : fact.getClass().getRecordComponents()) {
            List<String> path = new ArrayList<>(above);
            path.add(part.getName());
            Object held = read(fact, part);
            Object value = held instanceof Optional<?> maybe ? maybe.orElse(null) : held;
            if (value instanceof Record inner) {
                collect(inner, path, leaves);
            } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean
                    || value instanceof Enum<?>) {
                leaves.add(new Leaf(path, fact.getClass(), value));
            }
        }
    }

    private static Object read(Record fact, RecordComponent part) {
        try {
            return part.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("the fact " + fact.getClass() + " must be a public record", unreadable);
        }
    }
}
