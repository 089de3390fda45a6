package org.portcullis.market.domain.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.IndicatorKind;

/**
 * The families of indicators. One is made when a name is looked for that those before it do not have: a command that
 * uses two kinds need not make a hundred.
 */
public final class Families {

    private static final int COUNT = 6;
    private static final Map<String, IndicatorKind> MADE = new HashMap<>();
    private static int made;

    private Families() {
    }

    /** The kind of that name; null when there is none. */
    public static synchronized @Nullable IndicatorKind find(String name) {
        IndicatorKind kind = MADE.get(name);
        while (kind == null && made < COUNT) {
            make(made++);
            kind = MADE.get(name);
        }
        return kind;
    }

    /** Every kind there is, by name. */
    public static synchronized SortedMap<String, IndicatorKind> all() {
        while (made < COUNT) {
            make(made++);
        }
        return new TreeMap<>(MADE);
    }

    /** Those first that packs use most. */
    private static void make(int family) {
        switch (family) {
            case 0 -> Averages.addTo(MADE);
            case 1 -> Trends.addTo(MADE);
            case 2 -> Oscillators.addTo(MADE);
            case 3 -> Channels.addTo(MADE);
            case 4 -> Volumes.addTo(MADE);
            default -> Levels.addTo(MADE);
        }
    }
}
