package org.portcullis.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;
import org.portcullis.kernel.LateMap;

/**
 * Collects names and values as they come; a name that comes again takes its later value. They become words when
 * somebody reads them.
 */
final class FactNaming {

    private static final int ROOM = 64;

    /** Whole facts beside no name, single values beside theirs. */
    private final List<@Nullable String> names = new ArrayList<>(ROOM);
    private final List<Object> values = new ArrayList<>(ROOM);

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
                digest.word(name);
                FactNames.weigh(value, digest);
            } else {
                FactNames.weigh((Record) value, digest);
            }
        }
    }

    /** All of it in the order of the names, put into words when it is read; nothing may be put here afterwards. */
    SortedMap<String, String> sorted() {
        return new LateMap<>(this::words);
    }

    private SortedMap<String, String> words() {
        SortedMap<String, String> said = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                said.put(name, String.valueOf(values.get(i)));
            } else {
                Record fact = (Record) values.get(i);
                for (FactNames.Part part : FactNames.parts(fact)) {
                    said.put(part.name(), part.of(fact));
                }
            }
        }
        return said;
    }
}
