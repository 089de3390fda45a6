package org.portcullis.research.backtest;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.strategy.NoTradeReason;

/** What several brains have walked, added up; no instrument was walked by two of them. */
public final class Walked {

    private final List<Brain> brains;

    public Walked(List<Brain> brains) {
        this.brains = List.copyOf(brains);
    }

    /** Bars of the span. */
    public long bars() {
        return brains.stream().mapToLong(Brain::bars).sum();
    }

    /** Proposals on them. */
    public long proposals() {
        return brains.stream().mapToLong(Brain::proposals).sum();
    }

    /** Bars without proposal, by reason. */
    public Map<String, Long> idle() {
        return named(Brain::idle);
    }

    /** What gave way on bars with a proposal, by reason. */
    public Map<String, Long> outvoted() {
        return named(Brain::outvoted);
    }

    private Map<String, Long> named(Function<Brain, Map<NoTradeReason, Long>> counted) {
        Map<NoTradeReason, Long> all = new EnumMap<>(NoTradeReason.class);
        brains.forEach(brain -> counted.apply(brain).forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        Map<String, Long> named = new TreeMap<>();
        all.forEach((reason, count) -> named.put(reason.name(), count));
        return named;
    }

    /** Hash of all bars, those that only warmed up included. */
    public String dataHash() {
        return ContentHash.hex(sums().values().stream().map(BarSum::toString).toList());
    }

    /** What is said when the span held no bar. */
    public IllegalArgumentException nothing(Path files) {
        Map<String, BarSum> sums = sums();
        return new IllegalArgumentException("there is no bar between --from and --to in " + files + (sums.isEmpty() ? ""
                : "; its bars are from " + Instant.ofEpochMilli(sums.values().stream().mapToLong(BarSum::firstMs).min()
                        .orElse(0)) + " to " + Instant.ofEpochMilli(sums.values().stream().mapToLong(BarSum::lastMs)
                        .max().orElse(0))));
    }

    private Map<String, BarSum> sums() {
        Map<String, BarSum> sums = new TreeMap<>();
        brains.forEach(brain -> sums.putAll(brain.sums()));
        return sums;
    }
}
