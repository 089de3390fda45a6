package org.portcullis.strategy.adapter.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.strategy.PackParameters;

/** Reads the parameters of a strategy pack: each with its value, its bounds, its unit and its meaning. */
public final class ParameterFile {

    /** Exits are read by the risk room. */
    private static final Set<String> SECTIONS = Set.of("parameters", "exits");

    private ParameterFile() {
    }

    /** One parameter as it stands in the file. */
    record Entry(double value, double min, double max, String unit, String meaning) {
    }

    /**
     * Reads every parameter.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used or a value is out of bounds
     */
    public static PackParameters read(Path file) {
        SortedMap<String, Double> numbers = new TreeMap<>(
                YamlTable.section(file, "parameters", SECTIONS, Entry.class, (name, entry) -> bounded(entry)));
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException(file + ":1: the file must have parameters: and named entries below it");
        }
        return new PackParameters(numbers);
    }

    static Double bounded(Entry entry) {
        if (!(entry.value() >= entry.min() && entry.value() <= entry.max())) {
            throw new IllegalArgumentException("is " + entry.value() + ", permitted is " + entry.min() + " to "
                    + entry.max() + " " + entry.unit());
        }
        return entry.value();
    }
}
