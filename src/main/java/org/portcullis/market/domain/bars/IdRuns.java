package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers of trades have been seen, as unbroken runs: a number is there or not, a hole between two runs is what
 * was missed. Numbers grow by one at the venue, so that one run is the rule; when there are too many, the oldest are
 * joined and everything up to there counts as missed.
 */
final class IdRuns {

    private static final int RUNS_MAX = 1_000;

    /** Unbroken numbers, with the earliest and latest time of their trades. */
    private static final class Run {
        private long first;
        private long last;
        private long fromMs;
        private long toMs;

        private Run(long id, long timeMs) {
            first = id;
            last = id;
            fromMs = timeMs;
            toMs = timeMs;
        }

        private void stretch(long timeMs) {
            fromMs = Math.min(fromMs, timeMs);
            toMs = Math.max(toMs, timeMs);
        }
    }

    /** In the order of their numbers. */
    private final List<Run> runs = new ArrayList<>();
    private long blurredToMs = Long.MIN_VALUE;

    /** Notes a number; false when it was there already. */
    boolean add(long id, long timeMs) {
        int at = runs.size();
        while (at > 0 && runs.get(at - 1).first > id) {
            at--;
        }
        Run before = at == 0 ? null : runs.get(at - 1);
        if (before != null && id <= before.last) {
            return false;
        }
        Run after = at == runs.size() ? null : runs.get(at);
        boolean joinsBefore = before != null && before.last + 1 == id;
        boolean joinsAfter = after != null && after.first - 1 == id;
        if (before != null && joinsBefore) {
            before.last = id;
            before.stretch(timeMs);
            if (after != null && joinsAfter) {
                join(before, after, at);
            }
        } else if (after != null && joinsAfter) {
            after.first = id;
            after.stretch(timeMs);
        } else {
            runs.add(at, new Run(id, timeMs));
            forgetOldest();
        }
        return true;
    }

    /** Numbers that are missing between the runs. */
    long missing() {
        long missing = 0;
        for (int i = 1; i < runs.size(); i++) {
            missing += runs.get(i).first - runs.get(i - 1).last - 1;
        }
        return missing;
    }

    /** Whether a missing number may belong to a trade in {@code [fromMs, toMs)}. */
    boolean missingWithin(long fromMs, long toMs) {
        if (fromMs <= blurredToMs) {
            return true;
        }
        for (int i = 1; i < runs.size(); i++) {
            if (runs.get(i - 1).toMs < toMs && runs.get(i).fromMs >= fromMs) {
                return true;
            }
        }
        return false;
    }

    /** Whether one run reaches over the whole stretch, so that no trade in it was missed. */
    boolean reachesOver(long fromMs, long toMs) {
        for (Run run : runs) {
            if (run.fromMs <= fromMs && run.toMs >= toMs) {
                return true;
            }
        }
        return false;
    }

    /** Holes that end before that moment are of no interest any more. */
    void forgetBefore(long timeMs) {
        while (runs.size() > 1 && runs.get(1).fromMs < timeMs) {
            join(runs.get(0), runs.get(1), 1);
        }
    }

    private void forgetOldest() {
        if (runs.size() > RUNS_MAX) {
            blurredToMs = Math.max(blurredToMs, runs.get(1).fromMs);
            join(runs.get(0), runs.get(1), 1);
        }
    }

    private void join(Run before, Run after, int afterAt) {
        before.last = after.last;
        before.fromMs = Math.min(before.fromMs, after.fromMs);
        before.toMs = Math.max(before.toMs, after.toMs);
        runs.remove(afterAt);
    }
}
