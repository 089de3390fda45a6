package org.portcullis.risk.domain.exposure;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What assets have in common (S2-REQ-U2).
 *
 * @param assets the assets of each theme, by its name
 */
public record ThemeBook(SortedMap<String, Set<String>> assets) {

    /** The theme of what no theme names. */
    public static final String OTHER = "other";

    public ThemeBook {
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        assets.forEach((theme, members) -> copy.put(theme, Set.copyOf(members)));
        if (copy.containsKey(OTHER)) {
            throw new IllegalArgumentException(OTHER + " is what no theme names; it cannot be listed");
        }
        assets = Collections.unmodifiableSortedMap(copy);
    }

    /** Every theme that names the asset, or {@link #OTHER} alone. */
    public SortedSet<String> themesOf(String asset) {
        SortedSet<String> themes = new TreeSet<>();
        assets.forEach((theme, members) -> {
            if (members.contains(asset)) {
                themes.add(theme);
            }
        });
        if (themes.isEmpty()) {
            themes.add(OTHER);
        }
        return themes;
    }
}
