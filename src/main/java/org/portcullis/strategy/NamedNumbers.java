package org.portcullis.strategy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.portcullis.strategy.domain.NamePlaces;

/**
 * Numbers by name; {@link Double#NaN} for one that is not known or not there.
 *
 * @param index   place of each name
 * @param numbers one for each place; not to be changed
 */
public record NamedNumbers(Map<String, Integer> index, double[] numbers) {

    public NamedNumbers {
        Objects.requireNonNull(index, "index");
    }

    /**
     * Numbers as they are written in a case table: {@code ema12=101.5 ema26=100}.
     *
     * @throws IllegalArgumentException when the text is written otherwise
     */
    public static NamedNumbers of(String text) {
        Map<String, Integer> index = new LinkedHashMap<>();
        String[] pairs = text.isBlank() ? new String[0] : text.strip().split("\\s+");
        double[] numbers = new double[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int sign = pairs[i].indexOf('=');
            if (sign < 1 || index.put(pairs[i].substring(0, sign), i) != null) {
                throw new IllegalArgumentException("write name=number with blanks between and each name once, not "
                        + text);
            }
            numbers[i] = Double.parseDouble(pairs[i].substring(sign + 1));
        }
        return new NamedNumbers(Collections.unmodifiableMap(index), numbers);
    }

    /** The number of that name; {@link Double#NaN} when it is not known or not there. */
    public double number(String name) {
        if (index instanceof NamePlaces places) {
            int place = places.of(name);
            return place < 0 ? Double.NaN : numbers[place];
        }
        Integer place = index.get(name);
        return place == null ? Double.NaN : numbers[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NamedNumbers that && index.equals(that.index) && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * index.hashCode() + Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        Map<String, Double> shown = new TreeMap<>();
        index.forEach((name, place) -> shown.put(name, numbers[place]));
        return shown.toString();
    }
}
