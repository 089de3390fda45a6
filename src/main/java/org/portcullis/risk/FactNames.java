package org.portcullis.risk;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
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

    /**
     * One component.
     *
     * @param name what a person reads
     */
    record Part(String name, Method read) {

        /**
         * Its value in that fact, as text.
         *
         * @throws IllegalStateException when the record cannot be read; facts are public records
         */
        String of(Record fact) {
            try {
                return String.valueOf(read.invoke(fact));
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException("the fact " + fact.getClass() + " must be a public record", unreadable);
            }
        }
    }

    private FactNames() {
    }

    /** Every component of the record, in its order. */
    static List<Part> parts(Record fact) {
        return PARTS.get(fact.getClass());
    }

    private static String dashed(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
