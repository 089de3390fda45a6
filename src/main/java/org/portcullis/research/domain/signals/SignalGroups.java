package org.portcullis.research.domain.signals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The proposals of one strategy in groups that lie across instruments. The groups of each kind are reckoned apart from
 * the others, so that several threads may share the work out; when all are there they are put together.
 */
public final class SignalGroups {

    /** By the hour of the day. */
    private static final List<String> HOURS = IntStream.range(0, 24)
            .mapToObj(hour -> (hour < 10 ? "0" : "") + hour).toList();
    private static final String EVERYTHING = "";

    private final String strategy;
    private final List<SignalColumns> columns;
    private final List<Baseline> usual;
    private final List<SignalSeries> series;
    private final Horizons horizons;
    private final Kind all = new Kind((of, index) -> EVERYTHING);
    private final Kind byRule = new Kind(SignalColumns::rule);
    private final Kind byHour = new Kind((of, index) -> HOURS.get(of.hour(index)));
    private final Kind byRegime = new Kind((of, index) -> of.regime(index).name());

    /** @param series of all instruments, in the order of their symbols */
    public SignalGroups(String strategy, List<SignalSeries> series, Horizons horizons) {
        this.strategy = strategy;
        this.series = series;
        this.columns = series.stream().map(SignalSeries::columns).toList();
        this.usual = series.stream().map(SignalSeries::baseline).toList();
        this.horizons = horizons;
    }

    /** Names the group of a proposal. */
    private interface Naming {

        String name(SignalColumns of, int index);
    }

    /** Groups of one kind, and their figures once they are reckoned. */
    public final class Kind {
        private final Naming naming;
        private volatile @Nullable SortedMap<String, SignalFigures> figures;

        private Kind(Naming naming) {
            this.naming = naming;
        }

        /** Reckons the figures of its groups; by one thread. */
        public void reckon() {
            Map<String, Integer> groups = new LinkedHashMap<>();
            List<SignalFigures> each = new FigureTable(horizons, columns, usual, 0,
                    (of, index) -> group(of, index, groups)).figures();
            SortedMap<String, SignalFigures> reckoned = new TreeMap<>();
            groups.forEach((name, group) -> reckoned.put(name, each.get(group)));
            figures = reckoned;
        }

        private int group(SignalColumns of, int index, Map<String, Integer> groups) {
            if (!of.strategy(index).equals(strategy)) {
                return -1;
            }
            String name = naming.name(of, index);
            Integer known = groups.putIfAbsent(name, groups.size());
            return known == null ? groups.size() - 1 : known;
        }

        private SortedMap<String, SignalFigures> figures() {
            SortedMap<String, SignalFigures> reckoned = figures;
            if (reckoned == null) {
                throw new IllegalStateException("groups of " + strategy + " were not reckoned");
            }
            return reckoned;
        }
    }

    /** Every kind of groups. */
    public List<Kind> kinds() {
        return List.of(all, byRule, byHour, byRegime);
    }

    /** The figures of the strategy, when groups of every kind were reckoned. */
    public StrategySignals together() {
        SignalFigures everything = all.figures().get(EVERYTHING);
        SortedMap<String, SignalFigures> bySymbol = new TreeMap<>();
        series.forEach(each -> bySymbol.put(each.symbol(), each.figures().get(strategy)));
        return new StrategySignals(strategy, everything == null ? FigureTable.nothing(horizons) : everything, bySymbol,
                byRule.figures(), byHour.figures(), byRegime.figures());
    }
}
