package org.portcullis.market;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.domain.reading.Averages;
import org.portcullis.market.domain.reading.Channels;
import org.portcullis.market.domain.reading.Levels;
import org.portcullis.market.domain.reading.Oscillators;
import org.portcullis.market.domain.reading.Trends;
import org.portcullis.market.domain.reading.Volumes;

/**
 * B-S2: every indicator there is, by name. The catalogue is closed: packs choose from it and set parameters within
 * bounds, so that nothing runs that was not compared with a published source or derived from one that was.
 *
 * @param kinds by name, in alphabetical order
 */
public record IndicatorCatalogue(SortedMap<String, IndicatorKind> kinds) {

    private static final IndicatorCatalogue SHIPPED = new IndicatorCatalogue(all());

    public IndicatorCatalogue {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, IndicatorKind>) kinds));
    }

    /** The catalogue that comes with the product. */
    public static IndicatorCatalogue shipped() {
        return SHIPPED;
    }

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException naming those that there are, when there is none
     */
    public IndicatorKind kind(String name) {
        IndicatorKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("there is no indicator " + name + "; known are " + kinds.keySet()
                    + " (docs/indicators.md)");
        }
        return kind;
    }

    private static SortedMap<String, IndicatorKind> all() {
        SortedMap<String, IndicatorKind> all = new TreeMap<>();
        Averages.addTo(all);
        Oscillators.addTo(all);
        Volumes.addTo(all);
        Channels.addTo(all);
        Trends.addTo(all);
        Levels.addTo(all);
        return all;
    }
}
