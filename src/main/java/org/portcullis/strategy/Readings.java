package org.portcullis.strategy;

import java.util.Objects;

/**
 * B-S2: what the indicators that a pack declares say at the close of a bar, as a fact for its rules:
 * {@code Readings( value("fast") > value("slow"), previous("fast") <= previous("slow") )}. Names are those of the
 * pack's {@code strategy.yaml}; {@code "macd.histogram"} means that output, {@code "macd"} the first. While one is not
 * known, no comparison with it holds.
 *
 * @param bar       at this bar
 * @param barBefore at the bar before
 */
public record Readings(NamedNumbers bar, NamedNumbers barBefore) {

    public Readings {
        Objects.requireNonNull(bar, "bar");
        Objects.requireNonNull(barBefore, "barBefore");
    }

    /** What it says at this bar. */
    public double value(String name) {
        return bar.number(name);
    }

    /** What it said one bar before. */
    public double previous(String name) {
        return barBefore.number(name);
    }
}
