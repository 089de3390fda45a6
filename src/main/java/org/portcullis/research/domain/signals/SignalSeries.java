package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What strategies proposed on one instrument, in the order of its bars.
 *
 * @param symbol   canonical symbol
 * @param signals  proposals and what came after
 * @param baseline what came after every bar
 * @param figures  the figures of each strategy that was asked, by name
 */
public record SignalSeries(String symbol, List<Signal> signals, Baseline baseline,
        SortedMap<String, SignalFigures> figures) {

    public SignalSeries {
        signals = Collections.unmodifiableList(signals);
        figures = Collections.unmodifiableSortedMap(figures);
    }

    /**
     * With the figures of every strategy, those without a proposal too.
     *
     * @param signals is kept and not to be changed any more
     */
    public static SignalSeries of(String symbol, List<Signal> signals, Baseline baseline, List<String> strategies,
            Horizons horizons) {
        SortedMap<String, SignalFigures> figures = new TreeMap<>();
        for (String strategy : strategies) {
            // of one strategy alone all are its own
            FigureCount count = new FigureCount(horizons);
            for (Signal signal : strategies.size() == 1 ? signals : of(strategy, signals)) {
                count.take(signal);
            }
            figures.put(strategy, count.figures());
        }
        return new SignalSeries(symbol, signals, baseline, figures);
    }

    /** The proposals of one strategy. */
    List<Signal> of(String strategy) {
        return figures.size() == 1 && figures.containsKey(strategy) ? signals : of(strategy, signals);
    }

    private static List<Signal> of(String strategy, List<Signal> signals) {
        List<Signal> own = new ArrayList<>(signals.size());
        for (Signal signal : signals) {
            if (signal.wish().strategy().equals(strategy)) {
                own.add(signal);
            }
        }
        return own;
    }
}
