package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.market.Cross;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.Reading;
import org.portcullis.market.ReadingPlan;
import org.portcullis.strategy.adapter.store.DeclarationFile;

/**
 * What a pack's {@code strategy.yaml} says: its parameters, the indicators that it wants and the crosses that it wants
 * to be remembered.
 *
 * @param parameters inside their bounds
 * @param indicators by the names that rules use
 * @param crosses    by the names that rules use
 */
public record PackFile(PackParameters parameters, SortedMap<String, IndicatorUse> indicators,
        SortedMap<String, Cross> crosses) {

    public PackFile {
        indicators = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, IndicatorUse>) indicators));
        crosses = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Cross>) crosses));
    }

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming file and line, when it cannot be used
     */
    public static PackFile read(Path file) {
        return DeclarationFile.read(file);
    }

    /** Every output of every indicator, by the names that rules may use. */
    public SortedMap<String, Reading> readings() {
        SortedMap<String, Reading> readings = new TreeMap<>();
        indicators.forEach((name, use) -> {
            List<String> outputs = use.kind().outputs();
            readings.put(name, new Reading(use, 0));
            for (int i = 0; i < outputs.size() && outputs.size() > 1; i++) {
                readings.put(name + "." + outputs.get(i), new Reading(use, i));
            }
        });
        return readings;
    }

    /**
     * What has to be computed for this pack.
     *
     * @param happenings whether it asks what happened before
     * @param structure  whether it looks at patterns, levels or pools
     */
    public ReadingPlan plan(boolean happenings, boolean structure) {
        return ReadingPlan.union(List.of(new ReadingPlan(new ArrayList<>(readings().values()),
                new ArrayList<>(crosses.values()), happenings, structure)));
    }
}
