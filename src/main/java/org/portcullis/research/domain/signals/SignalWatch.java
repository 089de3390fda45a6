package org.portcullis.research.domain.signals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Proposals of one instrument that wait for what comes after them. They are looked at as soon as their longest horizon
 * has passed, and then, unless each is wanted, only their numbers are kept. One thread.
 */
public final class SignalWatch {

    private final BarPath path;
    private final Horizons horizons;
    private final boolean kept;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final SignalColumns columns;
    private final List<Signal> each = new ArrayList<>();

    /**
     * @param path its bars, to which others are added
     * @param kept whether each proposal is wanted and not numbers alone
     */
    public SignalWatch(BarPath path, Horizons horizons, boolean kept) {
        this.path = path;
        this.horizons = horizons;
        this.kept = kept;
        this.columns = new SignalColumns(horizons);
    }

    /** Takes what was proposed at the last bar. */
    public void add(Wish wish) {
        waiting.add(wish);
    }

    /** Looks at those whose longest horizon has passed. */
    public void settle() {
        path.index();
        int longest = horizons.longest();
        for (Wish wish = waiting.peek(); wish != null && path.reaches(wish.bar(), longest); wish = waiting.peek()) {
            look(waiting.remove());
        }
    }

    /** How many were looked at. */
    int looked() {
        return columns.size();
    }

    /**
     * Looks at the rest: there are no more bars.
     *
     * @param usual      what came after all bars
     * @param strategies all that were asked
     */
    public SignalSeries end(String symbol, Baseline usual, List<String> strategies) {
        settle();
        for (Wish wish = waiting.poll(); wish != null; wish = waiting.poll()) {
            look(wish);
        }
        return SignalSeries.of(symbol, columns, each, usual, strategies, horizons);
    }

    private void look(Wish wish) {
        Signal signal = Signal.of(wish, path, horizons);
        columns.add(signal);
        if (kept) {
            each.add(signal);
        }
    }
}
