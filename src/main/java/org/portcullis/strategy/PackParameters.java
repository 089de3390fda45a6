package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.strategy.adapter.store.ParameterFile;

/**
 * The parameters of a strategy pack, inside the bounds its file gives them.
 *
 * @param numbers value by name
 */
public record PackParameters(SortedMap<String, Double> numbers) {

    public PackParameters {
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) numbers));
    }

    /**
     * Reads the pack's {@code strategy.yaml}.
     *
     * @throws IllegalArgumentException naming file and line, when it cannot be used
     */
    public static PackParameters read(Path file) {
        return ParameterFile.read(file);
    }

    /**
     * The parameter of that name.
     *
     * @throws IllegalArgumentException when the pack has none
     */
    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("the pack has no parameter " + name + "; add it to its strategy.yaml");
        }
        return number;
    }
}
