package org.portcullis.research.domain.signals;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What strategies proposed on one instrument, in the order of its bars.
 *
 * @param symbol   canonical symbol
 * @param columns  numbers of the proposals and of what came after; not to be added to any more
 * @param signals  each of the proposals, where they were kept
 * @param baseline what came after every bar
 * @param figures  the figures of each strategy that was asked, by name
 */
public record SignalSeries(String symbol, SignalColumns columns, List<Signal> signals, Baseline baseline,
        SortedMap<String, SignalFigures> figures) {

    public SignalSeries {
        signals = Collections.unmodifiableList(signals);
        figures = Collections.unmodifiableSortedMap(figures);
    }

    /**
     * With the figures of every strategy, those without a proposal too.
     *
     * @param columns is kept and not to be added to any more
     */
    static SignalSeries of(String symbol, SignalColumns columns, List<Signal> signals, Baseline baseline,
            List<String> strategies, Horizons horizons) {
        SortedMap<String, SignalFigures> figures = new TreeMap<>();
        for (String strategy : strategies) {
            figures.put(strategy, new FigureTable(horizons, List.of(columns), List.of(baseline), 1,
                    (of, index) -> of.strategy(index).equals(strategy) ? 0 : -1).figures().get(0));
        }
        return new SignalSeries(symbol, columns, signals, baseline, figures);
    }
}
