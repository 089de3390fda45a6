package org.portcullis.risk;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives the values of a fact names for the person who reads the decision: {@code budget.trades-this-cycle}. */
final class FactNames {

    private FactNames() {
    }

    /**
     * Every component of the record as text.
     *
     * @throws IllegalStateException when the record cannot be read; facts are public records
     */
    static SortedMap<String, String> of(Record fact) {
        SortedMap<String, String> named = new TreeMap<>();
        String prefix = dashed(fact.getClass().getSimpleName());
        for (RecordComponent part : fact.getClass().getRecordComponents()) {
            try {
                named.put(prefix + "." + dashed(part.getName()), String.valueOf(part.getAccessor().invoke(fact)));
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
