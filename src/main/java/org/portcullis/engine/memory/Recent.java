package org.portcullis.engine.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was put in first once it holds enough: what only matters for a short while. */
public final class Recent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int kept;

    /** @param kept how many entries are kept */
    public Recent(int kept) {
        this.kept = kept;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > kept;
    }
}
