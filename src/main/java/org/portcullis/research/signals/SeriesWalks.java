package org.portcullis.research.signals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.research.backtest.BarSource;
import org.portcullis.research.backtest.Brain;
import org.portcullis.research.domain.signals.BarPath;
import org.portcullis.research.domain.signals.BaselineCount;
import org.portcullis.research.domain.signals.Horizons;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.SignalWatch;

/**
 * What one thread of a scan does: two instruments side by side, by turns. Java compiles for what it has met. Were one
 * walked after the other, the beginning of the second, where averages are not yet full, would be news to it long after
 * everything was compiled, and all of it would be compiled again; so it is met early. Not at once: at the very
 * beginning Java does not yet take notice. What is done for each bar it has noted after some thousand of them, what is
 * done for many at a time only after tens of thousands, so threads begin their second instruments apart.
 */
final class SeriesWalks {

    private static final int ABREAST = 2;
    private static final int TURN_BARS = 1_024;
    /** Turns before the second instrument: of the first thread, and of all others. */
    private static final int SOON = 8;
    private static final int LATER = 48;

    private final BarSource source;
    private final Brain brain;
    private final List<String> strategies;
    private final long fromMs;
    private final Horizons horizons;
    private final boolean kept;
    private final BaselineCount counts;
    private final int alone;
    private int turns;
    private final Deque<BarPath> paths = new ArrayDeque<>();
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    /**
     * @param number of the thread, counted from 0
     * @param kept   whether each proposal is wanted and not numbers alone
     */
    SeriesWalks(int number, BarSource source, Brain brain, List<String> strategies, long fromMs, Horizons horizons,
            boolean kept) {
        this.alone = number == 0 ? SOON : LATER;
        this.source = source;
        this.brain = brain;
        this.strategies = strategies;
        this.fromMs = fromMs;
        this.horizons = horizons;
        this.counts = new BaselineCount(horizons);
        this.kept = kept;
    }

    /**
     * Walks what is waiting until nothing is.
     *
     * @param threads among how many it is shared out: a second one is only taken when there is one for each
     */
    void walk(Queue<InstrumentId> waiting, int threads, BiConsumer<InstrumentId, SignalSeries> found) {
        List<SeriesWalk> open = new ArrayList<>();
        try {
            for (fill(open, waiting, threads); !open.isEmpty(); fill(open, waiting, threads)) {
                turn(open, found);
            }
        } finally {
            open.forEach(SeriesWalk::close);
        }
    }

    private void fill(List<SeriesWalk> open, Queue<InstrumentId> waiting, int threads) {
        while (open.isEmpty() || open.size() < ABREAST && turns >= alone && waiting.size() >= threads) {
            InstrumentId next = waiting.poll();
            if (next == null) {
                return;
            }
            BarPath room = paths.isEmpty() ? new BarPath() : paths.pop();
            open.add(new SeriesWalk(next, source, brain, fromMs, room, new SignalWatch(room, horizons, kept)));
        }
    }

    private void turn(List<SeriesWalk> open, BiConsumer<InstrumentId, SignalSeries> found) {
        turns++;
        for (int i = open.size() - 1; i >= 0; i--) {
            SeriesWalk walk = open.get(i);
            if (!walk.steps(TURN_BARS)) {
                open.remove(i);
                end(walk, found);
            }
        }
    }

    private void end(SeriesWalk walk, BiConsumer<InstrumentId, SignalSeries> found) {
        walk.close();
        firstMs = Math.min(firstMs, walk.firstMs());
        lastMs = Math.max(lastMs, walk.lastMs());
        found.accept(walk.instrument(), walk.found(counts, strategies));
        paths.push(walk.path());
    }

    Brain brain() {
        return brain;
    }

    BaselineCount counts() {
        return counts;
    }

    /** Open time of the first bar of the span; the largest number when there was none. */
    long firstMs() {
        return firstMs;
    }

    /** Close time of the last bar of the span. */
    long lastMs() {
        return lastMs;
    }
}
