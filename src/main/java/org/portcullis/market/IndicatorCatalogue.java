package org.portcullis.market;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.domain.reading.Families;

/**
 * B-S2: every indicator there is, by name. The catalogue is closed: packs choose from it and set parameters within
 * bounds, so that nothing runs that was not compared with a published source or derived from one that was.
 *
 * @param kinds by name, in alphabetical order
 */
public record IndicatorCatalogue(SortedMap<String, IndicatorKind> kinds) {

    public IndicatorCatalogue {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, IndicatorKind>) kinds));
    }

    /** The catalogue that comes with the product. */
    public static IndicatorCatalogue shipped() {
        return Shipped.ALL;
    }

    /**
     * The kind of that name that comes with the product.
     *
     * @throws IllegalArgumentException naming those that there are, when there is none
     */
    public static IndicatorKind shipped(String name) {
        IndicatorKind kind = Families.find(name);
        return kind == null ? shipped().kind(name) : kind;
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

    /** Made when somebody wants to see all of them. */
    private static final class Shipped {
        private static final IndicatorCatalogue ALL = new IndicatorCatalogue(Families.all());

        private Shipped() {
        }
    }
}
