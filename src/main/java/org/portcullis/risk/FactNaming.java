package org.portcullis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;

/**
 * Collects names and values as they come; a name that comes again takes its later value. They become words when
 * somebody reads them. Judgements of one kind name the same things in the same order, so how that order is sorted is
 * worked out once.
 */
final class FactNaming {

    /** More kinds of judgement than gates and intents can make; beyond them each is sorted anew. */
    private static final int KINDS_MAX = 256;
    private static final Map<List<String>, Order> KINDS = new ConcurrentHashMap<>();

    /** Whole facts beside no name, single values beside theirs. */
    private final List<@Nullable String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * How names are sorted.
     *
     * @param sorted the names in their natural order
     * @param from where the value of each stands
     */
    private record Order(String[] sorted, int[] from) {
    }

    /** @param value one that never changes */
    void put(String name, Object value) {
        names.add(name);
        values.add(value);
    }

    /** Names every component of the record. */
    void put(Record fact) {
        names.add(null);
        values.add(fact);
    }

    /** Puts all of it, in the order in which it came, into a hash. */
    void weigh(ContentDigest digest) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Object value = values.get(i);
            if (name != null) {
                digest.text(name);
                FactNames.weigh(value, digest);
            } else {
                FactNames.weigh((Record) value, digest);
            }
        }
    }

    /** All of it in the order of the names, put into words when it is read; nothing may be put here afterwards. */
    NamedFacts sorted() {
        return new NamedFacts(this::words);
    }

    private NamedFacts.Words words() {
        List<String> named = new ArrayList<>();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                named.add(name);
                said.add(String.valueOf(values.get(i)));
            } else {
                Record fact = (Record) values.get(i);
                for (FactNames.Part part : FactNames.parts(fact)) {
                    named.add(part.name());
                    said.add(part.of(fact));
                }
            }
        }
        return sorted(named, said);
    }

    private static NamedFacts.Words sorted(List<String> names, List<String> values) {
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
        return new NamedFacts.Words(order.sorted(), inOrder);
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
