package org.portcullis.research.domain.signals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Kind all = new Kind((of, index) -> EVERYTHING, EVERYTHING);
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
        private final List<String> known;
        private volatile @Nullable SortedMap<String, SignalFigures> figures;

        /** @param known groups that are there even without a proposal */
        private Kind(Naming naming, String... known) {
            this.naming = naming;
            this.known = List.of(known);
        }

        /** Reckons the figures of its groups; by one thread. */
        public void reckon() {
            Map<String, Integer> groups = new LinkedHashMap<>();
            known.forEach(name -> groups.put(name, groups.size()));
            List<SignalFigures> each = new FigureTable(horizons, columns, usual, groups.size(),
                    (of, index) -> group(of, index, groups)).figures();
            SortedMap<String, SignalFigures> reckoned = new TreeMap<>();
            groups.forEach((name, group) -> reckoned.put(name, each.get(group)));
            figures = reckoned;
        }

        private int group(SignalColumns of, int index, Map<String, Integer> groups) {
            return of.strategy(index).equals(strategy)
                    ? groups.computeIfAbsent(naming.name(of, index), unseen -> groups.size()) : -1;
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
        SortedMap<String, SignalFigures> bySymbol = new TreeMap<>();
        series.forEach(each -> bySymbol.put(each.symbol(), each.figures().get(strategy)));
        SignalFigures everything = Objects.requireNonNull(all.figures().get(EVERYTHING), "it is known beforehand");
        return new StrategySignals(strategy, everything, bySymbol, byRule.figures(), byHour.figures(),
                byRegime.figures());
    }
}
