package org.portcullis.research.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.Proposal;

/**
 * Puts what the walkers hand over together into frames, one a minute, in the order in which a replay shows them: bars
 * of one minute that follow each other, each instrument once.
 */
final class Frames {

    /** A bar, what became of it, and what is proposed on it. */
    record Row(Bar bar, MarketOutcome outcome, @Nullable List<Proposal> thought, Walker walker) {
        static final Comparator<Row> BY_SYMBOL = Comparator.comparing(row -> row.bar().instrument());

        /** What strategies propose, asked now where nobody has asked them yet. */
        @Nullable List<Proposal> proposals() {
            return walker.thinking() ? thought : walker.brain().think(outcome);
        }
    }

    private final Walker[] walkers;
    private final List<Row> frame = new ArrayList<>();
    /** Instruments of the frame once one of them came out of order; empty while they are in order. */
    private final Set<InstrumentId> inFrame = new HashSet<>();

    Frames(List<Walker> walkers) {
        this.walkers = walkers.toArray(Walker[]::new);
    }

    /** The rows of the next frame, in the order of their symbols; empty at the end. Valid until the next call. */
    List<Row> next() {
        frame.clear();
        inFrame.clear();
        Walker first = earliest();
        long openMs = first == null ? 0 : first.bar().openTimeMs();
        while (first != null && first.bar().openTimeMs() == openMs && !inFrame(first.bar())) {
            frame.add(new Row(first.bar(), first.outcome(), first.proposals(), first));
            first.advance();
            first = earliest();
        }
        if (!inFrame.isEmpty()) {
            frame.sort(Row.BY_SYMBOL);
        }
        return frame;
    }

    /** Whether the frame has a bar of that instrument; bars mostly come in the order of their symbols. */
    private boolean inFrame(Bar bar) {
        if (inFrame.isEmpty() && (frame.isEmpty()
                || frame.get(frame.size() - 1).bar().instrument().compareTo(bar.instrument()) < 0)) {
            return false;
        }
        if (inFrame.isEmpty()) {
            frame.forEach(row -> inFrame.add(row.bar().instrument()));
        }
        return !inFrame.add(bar.instrument());
    }

    /** Who has the bar that comes next; no two have the same instrument. */
    private @Nullable Walker earliest() {
        Walker found = null;
        for (Walker walker : walkers) {
            if (walker.ready() && (found == null || before(walker.bar(), found.bar()))) {
                found = walker;
            }
        }
        return found;
    }

    private static boolean before(Bar one, Bar other) {
        int byTime = Long.compare(one.openTimeMs(), other.openTimeMs());
        return byTime != 0 ? byTime < 0 : one.instrument().compareTo(other.instrument()) < 0;
    }
}
