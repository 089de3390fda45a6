package org.portcullis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects names and values as they come; a name that comes again takes its later value. Judgements of one kind name
 * the same things in the same order, so how that order is sorted is worked out once.
 */
final class FactNaming {

    /** More kinds of judgement than gates and intents can make; beyond them each is sorted anew. */
    private static final int KINDS_MAX = 256;
    private static final Map<List<String>, Order> KINDS = new ConcurrentHashMap<>();

    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /**
     * How names are sorted.
     *
     * @param sorted the names in their natural order
     * @param from where the value of each stands
     */
    private record Order(String[] sorted, int[] from) {
    }

    void put(String name, String value) {
        names.add(name);
        values.add(value);
    }

    /** Names every component of the record. */
    void put(Record fact) {
        for (FactNames.Part part : FactNames.parts(fact)) {
            put(part.name(), part.of(fact));
        }
    }

    NamedFacts sorted() {
        Order order = KINDS.get(names);
        if (order == null) {
            order = order(names);
            if (KINDS.size() < KINDS_MAX) {
                KINDS.put(List.copyOf(names), order);
            }
        }
        String[] inOrder = new String[order.from().length];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = values.get(order.from()[i]);
        }
        return new NamedFacts(order.sorted(), inOrder);
    }

    private static Order order(List<String> names) {
        SortedMap<String, Integer> last = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            last.put(names.get(i), i);
        }
        return new Order(last.keySet().toArray(String[]::new),
                last.values().stream().mapToInt(Integer::intValue).toArray());
    }
}
