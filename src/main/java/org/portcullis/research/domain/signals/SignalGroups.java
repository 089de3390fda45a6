package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Regime;

/**
 * The proposals of one strategy in groups that lie across instruments. The figures of each group are reckoned apart
 * from the others, so that several threads may share the work out; when all are there they are put together.
 */
public final class SignalGroups {

    private static final int HOURS = 24;
    private static final int DIGITS = 10;

    private final String strategy;
    private final Horizons horizons;
    private final Group all;
    private final SortedMap<String, Group> byRule = new TreeMap<>();
    private final SortedMap<String, Group> byHour;
    private final SortedMap<String, Group> byRegime;
    private final SortedMap<String, SignalFigures> bySymbol = new TreeMap<>();

    /** @param series of all instruments, in the order of their symbols */
    public SignalGroups(String strategy, List<SignalSeries> series, Horizons horizons) {
        this.strategy = strategy;
        this.horizons = horizons;
        List<Signal> signals = new ArrayList<>();
        for (SignalSeries each : series) {
            signals.addAll(each.of(strategy));
            bySymbol.put(each.symbol(), each.figures().get(strategy));
        }
        all = new Group(signals);
        for (Signal signal : signals) {
            byRule.computeIfAbsent(signal.wish().rule(), rule -> new Group(new ArrayList<>())).signals.add(signal);
        }
        byHour = grouped(HOURS, signal -> signal.wish().hour(), hour -> (hour < DIGITS ? "0" : "") + hour);
        byRegime = grouped(Regime.values().length, signal -> signal.wish().regime().ordinal(),
                regime -> Regime.values()[regime].name());
    }

    /** One group, and its figures once they are reckoned. */
    public final class Group {
        private final List<Signal> signals;
        private volatile @Nullable SignalFigures figures;

        private Group(List<Signal> signals) {
            this.signals = signals;
        }

        /** Reckons its figures; by one thread. */
        public void reckon() {
            figures = SignalFigures.of(signals, horizons);
        }

        private SignalFigures figures() {
            SignalFigures reckoned = figures;
            if (reckoned == null) {
                throw new IllegalStateException("a group of " + strategy + " was not reckoned");
            }
            return reckoned;
        }
    }

    private SortedMap<String, Group> grouped(int count, ToIntFunction<Signal> key, IntFunction<String> name) {
        Group[] groups = new Group[count];
        Arrays.setAll(groups, i -> new Group(new ArrayList<>()));
        for (Signal signal : all.signals) {
            groups[key.applyAsInt(signal)].signals.add(signal);
        }
        SortedMap<String, Group> named = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (!groups[i].signals.isEmpty()) {
                named.put(name.apply(i), groups[i]);
            }
        }
        return named;
    }

    /** Every group, the largest first. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>(List.of(all));
        groups.addAll(byRule.values());
        groups.addAll(byHour.values());
        groups.addAll(byRegime.values());
        groups.sort(Comparator.comparingInt(group -> -group.signals.size()));
        return groups;
    }

    /** The figures of the strategy, when every group was reckoned. */
    public StrategySignals together() {
        return new StrategySignals(strategy, all.figures(), bySymbol, figures(byRule), figures(byHour),
                figures(byRegime));
    }

    private static SortedMap<String, SignalFigures> figures(SortedMap<String, Group> groups) {
        SortedMap<String, SignalFigures> figures = new TreeMap<>();
        groups.forEach((name, group) -> figures.put(name, group.figures()));
        return figures;
    }
}
