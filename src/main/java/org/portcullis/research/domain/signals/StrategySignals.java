package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What one strategy proposed and what came after.
 *
 * @param strategy  its name
 * @param all       everything it proposed
 * @param bySymbol  by instrument; iterates by name, like all below
 * @param byRule    by the rule that formed it
 * @param byHour    by hour of day, UTC: {@code 00} to {@code 23}
 * @param byRegime  by the kind of market
 */
public record StrategySignals(String strategy, SignalFigures all, SortedMap<String, SignalFigures> bySymbol,
        SortedMap<String, SignalFigures> byRule, SortedMap<String, SignalFigures> byHour,
        SortedMap<String, SignalFigures> byRegime) {

    private static final String[] HOURS = IntStream.range(0, 24)
            .mapToObj(hour -> hour < 10 ? "0" + hour : Integer.toString(hour)).toArray(String[]::new);

    /** The figures of every strategy that was asked, those without a proposal too. */
    static List<StrategySignals> of(List<String> strategies, List<SignalSeries> series, Horizons horizons) {
        List<StrategySignals> figures = new ArrayList<>();
        strategies.stream().sorted(Comparator.naturalOrder()).forEach(strategy ->
                figures.add(of(strategy, series, horizons)));
        return figures;
    }

    private static StrategySignals of(String strategy, List<SignalSeries> series, Horizons horizons) {
        List<Signal> all = new ArrayList<>();
        Map<String, List<Signal>> symbols = new TreeMap<>();
        for (SignalSeries each : series) {
            List<Signal> own = each.signals().stream().filter(one -> one.wish().strategy().equals(strategy)).toList();
            all.addAll(own);
            symbols.put(each.symbol(), own);
        }
        return new StrategySignals(strategy, SignalFigures.of(all, horizons), figures(symbols, horizons),
                figures(grouped(all, signal -> signal.wish().rule()), horizons),
                figures(grouped(all, signal -> HOURS[signal.wish().hour()]), horizons),
                figures(grouped(all, signal -> signal.wish().regime().name()), horizons));
    }

    private static Map<String, List<Signal>> grouped(List<Signal> signals, Function<Signal, String> name) {
        Map<String, List<Signal>> groups = new TreeMap<>();
        for (Signal signal : signals) {
            groups.computeIfAbsent(name.apply(signal), none -> new ArrayList<>()).add(signal);
        }
        return groups;
    }

    private static SortedMap<String, SignalFigures> figures(Map<String, List<Signal>> groups, Horizons horizons) {
        SortedMap<String, SignalFigures> figures = new TreeMap<>();
        groups.forEach((name, signals) -> figures.put(name, SignalFigures.of(signals, horizons)));
        return figures;
    }
}
