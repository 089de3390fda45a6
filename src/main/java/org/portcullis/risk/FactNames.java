package org.portcullis.risk;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gives the values of a fact names for the person who reads the decision: {@code budget.trades-this-cycle}. */
final class FactNames {

    /** Worked out once for each type: a judgement names some hundred values. */
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            String prefix = dashed(type.getSimpleName()) + ".";
            return Stream.of(type.getRecordComponents())
                    .map(part -> new Part(prefix + dashed(part.getName()), part.getAccessor())).toList();
        }
    };

    private record Part(String name, Method read) {
    }

    private FactNames() {
    }

    /**
     * Every component of the record as text.
     *
     * @throws IllegalStateException when the record cannot be read; facts are public records
     */
    static SortedMap<String, String> of(Record fact) {
        SortedMap<String, String> named = new TreeMap<>();
        for (Part part : PARTS.get(fact.getClass())) {
            try {
                named.put(part.name(), String.valueOf(part.read().invoke(fact)));
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException("the fact " + fact.getClass() + " must be a public record", unreadable);
            }
        }
        return named;
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
