package org.portcullis.kernel;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Values by name that are put together when somebody reads them first: much is told of everything that happens, and
 * nobody reads most of it. It cannot be changed; any thread may read it, and all read the same.
 *
 * @param <V> what is told by name
 */
public final class LateMap<V> extends AbstractMap<String, V> implements SortedMap<String, V> {

    private volatile @Nullable SortedMap<String, V> made;
    private @Nullable Supplier<SortedMap<String, V>> later;

    /** @param later puts it together in the natural order of the names; asked once */
    public LateMap(Supplier<SortedMap<String, V>> later) {
        this.later = later;
    }

    private SortedMap<String, V> made() {
        SortedMap<String, V> known = made;
        return known == null ? make() : known;
    }

    private synchronized SortedMap<String, V> make() {
        SortedMap<String, V> known = made;
        if (known == null) {
            known = Collections.unmodifiableSortedMap(Objects.requireNonNull(later).get());
            made = known;
            later = null;
        }
        return known;
    }

    @Override
    public int size() {
        return made().size();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String && made().containsKey(name);
    }

    @Override
    public @Nullable V get(@Nullable Object name) {
        return name instanceof String ? made().get(name) : null;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return made().entrySet();
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedMap<String, V> subMap(String from, String to) {
        return made().subMap(from, to);
    }

    @Override
    public SortedMap<String, V> headMap(String to) {
        return made().headMap(to);
    }

    @Override
    public SortedMap<String, V> tailMap(String from) {
        return made().tailMap(from);
    }

    @Override
    public String firstKey() {
        return made().firstKey();
    }

    @Override
    public String lastKey() {
        return made().lastKey();
    }
}
