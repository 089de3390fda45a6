package org.portcullis.research.domain.signals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a scan found.
 *
 * @param terms        what was looked at
 * @param bars         bars of the span
 * @param noTrade      bars without a proposal, by reason; iterates by reason
 * @param outvoted     what else was due on a bar with a proposal and gave way, by reason
 * @param series       what was proposed, by instrument in the order of their symbols
 * @param all          what came after every bar of all instruments
 * @param strategies   figures of each strategy, by name
 * @param holdingAsked whether a strategy asked what it holds, and was told nothing
 * @param seconds      how long it took; the one number here that two equal scans do not share
 */
public record Scanned(ScanTerms terms, long bars, Map<String, Long> noTrade, Map<String, Long> outvoted,
        List<SignalSeries> series, Baseline all, List<StrategySignals> strategies, boolean holdingAsked,
        double seconds) {

    public Scanned {
        noTrade = Collections.unmodifiableMap(new TreeMap<>(noTrade));
        outvoted = Collections.unmodifiableMap(new TreeMap<>(outvoted));
        series = List.copyOf(series);
        strategies = List.copyOf(strategies);
    }

    /** The same, which took so long. */
    public Scanned took(double time) {
        return new Scanned(terms, bars, noTrade, outvoted, series, all, strategies, holdingAsked, time);
    }

    /** How many proposals there are. */
    public long signals() {
        return series.stream().mapToLong(each -> each.columns().size()).sum();
    }
}
