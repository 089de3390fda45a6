package org.portcullis.market;

import java.util.Map;
import java.util.Objects;

/**
 * One output of one indicator, such as the histogram of a MACD.
 *
 * @param indicator the indicator with its settings
 * @param output    which of its outputs, in the order of its kind
 */
public record Reading(IndicatorUse indicator, int output) implements Comparable<Reading> {

    public Reading {
        Objects.requireNonNull(indicator, "indicator");
        Objects.checkIndex(output, indicator.kind().outputs().size());
    }

    /**
     * What a name such as {@code macd.histogram} means; without an output the first one is meant.
     *
     * @param declared the indicators that were declared, by name
     * @throws IllegalArgumentException saying what there is, when the name is none of it
     */
    public static Reading named(String name, Map<String, IndicatorUse> declared) {
        int dot = name.indexOf('.');
        IndicatorUse indicator = declared.get(dot < 0 ? name : name.substring(0, dot));
        if (indicator == null) {
            throw new IllegalArgumentException("no indicator " + name + " is declared; declared are "
                    + declared.keySet());
        }
        int output = dot < 0 ? 0 : indicator.kind().outputs().indexOf(name.substring(dot + 1));
        if (output < 0) {
            throw new IllegalArgumentException(name + ": " + indicator.use() + " tells "
                    + indicator.kind().outputs() + " only");
        }
        return new Reading(indicator, output);
    }

    @Override
    public int compareTo(Reading other) {
        int byIndicator = indicator.compareTo(other.indicator);
        return byIndicator != 0 ? byIndicator : Integer.compare(output, other.output);
    }

    @Override
    public String toString() {
        return indicator + "." + indicator.kind().outputs().get(output);
    }
}
