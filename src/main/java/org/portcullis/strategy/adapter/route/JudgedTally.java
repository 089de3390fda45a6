package org.portcullis.strategy.adapter.route;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.strategy.JudgedBars;

/** Counts what became of bars between two messages to the desk. */
final class JudgedTally {

    /** Outcome of a bar that formed a proposal. */
    static final String PROPOSED = "PROPOSED";

    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final String feed;
    private long saidUpToMs;
    private long upToMs;

    /** @param saidUpToMs newest bar counted before this process started; -1 for none */
    JudgedTally(String feed, long saidUpToMs) {
        this.feed = feed;
        this.saidUpToMs = saidUpToMs;
        this.upToMs = saidUpToMs;
    }

    String feed() {
        return feed;
    }

    void add(InstrumentId instrument, long barOpenTimeMs, String outcome) {
        counts.computeIfAbsent(instrument.value(), seen -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
        upToMs = Math.max(upToMs, barOpenTimeMs);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** What was counted since the last call, and begins anew. */
    JudgedBars take() {
        List<JudgedBars.Count> taken = counts.entrySet().stream()
                .flatMap(byInstrument -> byInstrument.getValue().entrySet().stream()
                        .map(count -> new JudgedBars.Count(byInstrument.getKey(), count.getKey(), count.getValue())))
                .toList();
        JudgedBars judged = new JudgedBars(feed, saidUpToMs, upToMs, taken);
        counts.clear();
        saidUpToMs = upToMs;
        return judged;
    }
}
