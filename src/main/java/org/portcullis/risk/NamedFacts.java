package org.portcullis.risk;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one decision by name, in the order of the names; cannot be changed. They are put into words when
 * somebody reads them first: every judgement makes some hundred, and nobody reads those of most.
 */
final class NamedFacts extends AbstractMap<String, String> implements SortedMap<String, String> {

    private volatile @Nullable Words words;
    private @Nullable Supplier<Words> later;

    /** @param later gives the same words whenever it is asked, on any thread */
    NamedFacts(Supplier<Words> later) {
        this.later = later;
    }

    /**
     * Names and values.
     *
     * @param names in their natural order, each once
     */
    record Words(String[] names, String[] values) {
    }

    private Words words() {
        Words known = words;
        return known == null ? found() : known;
    }

    private synchronized Words found() {
        Words known = words;
        if (known == null) {
            known = Objects.requireNonNull(later).get();
            words = known;
            later = null;
        }
        return known;
    }

    private String[] names() {
        return words().names();
    }

    private String[] texts() {
        return words().values();
    }

    @Override
    public int size() {
        return names().length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int at = name instanceof String text ? Arrays.binarySearch(names(), text) : -1;
        return at < 0 ? null : texts()[at];
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new Entries();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public String firstKey() {
        return at(0);
    }

    @Override
    public String lastKey() {
        return at(names().length - 1);
    }

    private String at(int place) {
        if (names().length == 0) {
            throw new NoSuchElementException("no facts");
        }
        return names()[place];
    }

    @Override
    public SortedMap<String, String> subMap(String from, String to) {
        return new TreeMap<>(this).subMap(from, to);
    }

    @Override
    public SortedMap<String, String> headMap(String to) {
        return new TreeMap<>(this).headMap(to);
    }

    @Override
    public SortedMap<String, String> tailMap(String from) {
        return new TreeMap<>(this).tailMap(from);
    }

    /** Name by name. */
    private final class Entries extends AbstractSet<Map.Entry<String, String>> {

        @Override
        public int size() {
            return names().length;
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names().length;
                }

                @Override
                public Map.Entry<String, String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("no further fact");
                    }
                    return Map.entry(names()[next], texts()[next++]);
                }
            };
        }
    }
}
