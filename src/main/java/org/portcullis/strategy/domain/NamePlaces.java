package org.portcullis.strategy.domain;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Places by name, for few names that are asked for with every bar: names in compiled rules are interned, and so are
 * these, so that the first look is at identity. As a map it is like any other; it does not change.
 */
public final class NamePlaces extends AbstractMap<String, Integer> {

    private final Map<String, Integer> byName;
    private final String[] names;
    private final int[] places;

    /** @param placeOf a place, 0 or more, for each name */
    public NamePlaces(Map<String, Integer> placeOf) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(placeOf));
        this.names = byName.keySet().stream().map(String::intern).toArray(String[]::new);
        this.places = byName.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** The place of that name; -1 when it has none. */
    public int of(String name) {
        String[] known = names;
        for (int i = 0; i < known.length; i++) {
            if (isSame(known[i], name)) {
                return places[i];
            }
        }
        Integer place = byName.get(name);
        return place == null ? -1 : place;
    }

    @SuppressWarnings("StringEquality")
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    @Override
    public @Nullable Integer get(@Nullable Object name) {
        return name == null ? null : byName.get(name);
    }

    @Override
    public Set<Entry<String, Integer>> entrySet() {
        return byName.entrySet();
    }
}
