package org.portcullis.risk;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one decision by name, in the order of the names; cannot be changed. Two arrays instead of a tree: every
 * judgement makes one, and most are only hashed and kept.
 */
final class NamedFacts extends AbstractMap<String, String> implements SortedMap<String, String> {

    private final String[] names;
    private final String[] values;

    /** @param names in their natural order, each once */
    NamedFacts(String[] names, String[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return at < 0 ? null : values[at];
    }

    /** As every map, {@code {name=value, name=value}}: what a decision's id is made of. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(names.length * 40).append('{');
        for (int i = 0; i < names.length; i++) {
            text.append(i == 0 ? "" : ", ").append(names[i]).append('=').append(values[i]);
        }
        return text.append('}').toString();
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
        return at(names.length - 1);
    }

    private String at(int place) {
        if (names.length == 0) {
            throw new NoSuchElementException("no facts");
        }
        return names[place];
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
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, String>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, String> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("no further fact");
                    }
                    return Map.entry(names[next], values[next++]);
                }
            };
        }
    }
}
