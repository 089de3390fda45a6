package org.portcullis.research;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.strategy.PackParameters;

/** Terms of training for tests. */
public final class SampleTerms {

    private SampleTerms() {
    }

    /** Those that are shipped. */
    public static TrainingTerms shipped() {
        return new TrainingTerms(PackParameters.read(Path.of("rules", "research", "training.yaml")));
    }

    /** Those that are shipped, with another value of one. */
    public static TrainingTerms with(String name, double value) {
        SortedMap<String, Double> numbers = new TreeMap<>(shipped().numbers().numbers());
        numbers.put(name, value);
        return new TrainingTerms(new PackParameters(numbers));
    }
}
