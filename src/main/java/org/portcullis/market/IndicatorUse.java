package org.portcullis.market;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An indicator with its settings, such as the exponential average of 12 closes. Two that say the same are equal.
 *
 * @param use      name of its kind in the catalogue
 * @param of       which number of a bar it takes; CLOSE where the kind takes whole bars
 * @param settings every parameter of the kind, by name
 */
public record IndicatorUse(String use, PriceSource of, SortedMap<String, Double> settings)
        implements Comparable<IndicatorUse> {

    public IndicatorUse {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Double>) settings));
    }

    /**
     * An indicator as it is declared: what is not said takes its usual value.
     *
     * @param declared {@code use}, {@code of} and parameters by name
     * @throws IllegalArgumentException saying what is wrong and what is permitted
     */
    public static IndicatorUse declared(Map<String, ?> declared) {
        IndicatorKind kind = IndicatorCatalogue.shipped().kind(String.valueOf(declared.get("use")));
        SortedMap<String, Double> settings = new TreeMap<>();
        kind.parameters().forEach(one -> settings.put(one.name(), one.usual()));
        PriceSource of = PriceSource.CLOSE;
        for (Map.Entry<String, ?> entry : declared.entrySet()) {
            if (entry.getKey().equals("of")) {
                of = source(kind, String.valueOf(entry.getValue()));
            } else if (!entry.getKey().equals("use")) {
                settings.put(entry.getKey(), number(kind, entry.getKey(), entry.getValue()));
            }
        }
        return new IndicatorUse(kind.name(), of, settings);
    }

    /** Its kind. */
    public IndicatorKind kind() {
        return IndicatorCatalogue.shipped().kind(use);
    }

    /** A parameter that counts bars. */
    public int bars(String parameter) {
        return (int) number(parameter);
    }

    /**
     * A parameter.
     *
     * @throws IllegalArgumentException when the kind has none of that name
     */
    public double number(String parameter) {
        Double value = settings.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(use + " has no parameter " + parameter);
        }
        return value;
    }

    /** One with nothing taken yet. */
    public Indicator make() {
        return kind().maker().apply(this);
    }

    /** Bars after which every output is known. */
    public int warmUp() {
        return kind().warmUp().applyAsInt(this);
    }

    @Override
    public int compareTo(IndicatorUse other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return use + settings.entrySet().stream().map(one -> one.getKey() + " " + IndicatorParameter.text(
                one.getValue())).collect(Collectors.joining(", ", "(" + of.name().toLowerCase(Locale.ROOT) + "; ",
                ")"));
    }

    private static PriceSource source(IndicatorKind kind, String word) {
        if (!kind.ofPrice()) {
            throw new IllegalArgumentException(kind.name() + " takes whole bars; leave of: away");
        }
        for (PriceSource known : PriceSource.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
                return known;
            }
        }
        throw new IllegalArgumentException("of: " + word + " is not known; known are "
                + Arrays.toString(PriceSource.values()).toLowerCase(Locale.ROOT));
    }

    private static double number(IndicatorKind kind, String name, Object value) {
        for (IndicatorParameter known : kind.parameters()) {
            if (known.name().equals(name)) {
                if (value instanceof Number told) {
                    return known.checked(told.doubleValue());
                }
                throw new IllegalArgumentException(name + " is " + value + "; it must be a number");
            }
        }
        throw new IllegalArgumentException(kind.name() + " has no parameter " + name + "; it has "
                + kind.parameters().stream().map(IndicatorParameter::name).toList());
    }
}
