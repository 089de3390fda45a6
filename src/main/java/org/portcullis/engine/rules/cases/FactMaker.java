package org.portcullis.engine.rules.cases;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds fact records from cells named {@code FactType.component}. A component that is itself a record of several
 * components has columns of its own, {@code FactType.component.part}; a list's elements are separated by {@code ;}, and
 * a map of numbers is written {@code name=1 other=2}.
 */
final class FactMaker {

    private final Map<String, String> cells;

    /** A maker for one case; the cells by column name, defaults filled in. */
    FactMaker(Map<String, String> cells) {
        this.cells = cells;
    }

    /**
     * The fact.
     *
     * @param column the column prefix, such as {@code Order} or {@code Position#2}
     * @throws IllegalArgumentException when a cell is missing or gives no value, naming the column
     */
    Object fact(String column, Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(column + ": " + type.getName() + " is no record; facts are records");
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(column + "." + components[i].getName(), components[i]);
        }
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(column + " cannot be: " + refused.getCause(), refused);
        } catch (ReflectiveOperationException unbuildable) {
            throw new IllegalArgumentException(column + " cannot be built: " + unbuildable, unbuildable);
        }
    }

    private @Nullable Object component(String column, RecordComponent component) {
        Class<?> type = component.getType();
        String text = cells.getOrDefault(column, "");
        boolean collection = Collection.class.isAssignableFrom(type);
        if (text.equals("-") || text.isEmpty() && !hasParts(column)) {
            return absent(column, component, text);
        }
        try {
            if (collection) {
                return collection(type, element(component), text);
            }
            if (type == Optional.class) {
                return Optional.of(TextValues.make(element(component), text));
            }
            if (Map.class.isAssignableFrom(type)) {
                return TextValues.numbers(text);
            }
            if (TextValues.canMake(type) && !text.isEmpty()) {
                return TextValues.make(type, text);
            }
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(column + ": " + refused.getMessage(), refused);
        }
        return fact(column, type);
    }

    private @Nullable Object absent(String column, RecordComponent component, String text) {
        Class<?> type = component.getType();
        if (isNullable(component.getAnnotatedType())) {
            return null;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type == Set.class ? Set.of() : List.of();
        }
        throw new IllegalArgumentException(column + (text.isEmpty() ? " has no value: add the column, or a default in"
                + " the row *" : " cannot be absent: it is not nullable"));
    }

    private boolean hasParts(String column) {
        return cells.entrySet().stream()
                .anyMatch(cell -> cell.getKey().startsWith(column + ".") && !cell.getValue().isEmpty());
    }

    private static Object collection(Class<?> type, Class<?> element, String text) {
        Collection<Object> values = type == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
        for (String part : text.split(";")) {
            values.add(TextValues.make(element, part.strip()));
        }
        return values;
    }

    private static Class<?> element(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
            return element;
        }
        return String.class;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
