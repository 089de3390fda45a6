package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.List;

/**
 * When an instrument's trades were heard. Two connections may carry it while one replaces the other; it is covered as
 * long as one does.
 */
final class Coverage {

    private static final long STILL = Long.MAX_VALUE;

    /** A stretch in which nobody listened. */
    private record Hole(long fromMs, long toMs) {
    }

    private final List<Hole> holes = new ArrayList<>();
    private int connections;
    private long mutedMs = STILL;

    Coverage() {
        holes.add(new Hole(Long.MIN_VALUE, STILL));
    }

    void covered(long fromMs) {
        connections++;
        Hole last = holes.isEmpty() ? null : holes.get(holes.size() - 1);
        if (last != null && last.toMs() == STILL) {
            holes.set(holes.size() - 1, new Hole(last.fromMs(), Math.max(fromMs, last.fromMs())));
        }
    }

    void uncovered(long sinceMs) {
        if (connections == 0) {
            return;
        }
        connections--;
        if (connections == 0) {
            holes.add(new Hole(sinceMs, STILL));
        }
    }

    /** The venue traded and nobody told us: from that moment until the next trade nothing is heard. */
    void muted(long sinceMs) {
        mutedMs = Math.min(mutedMs, sinceMs);
    }

    /** A trade of that moment came. */
    void heard(long timeMs) {
        if (mutedMs != STILL) {
            holes.add(0, new Hole(mutedMs, Math.max(timeMs, mutedMs)));
            mutedMs = STILL;
        }
    }

    /** Whether nobody listened at some moment of {@code [fromMs, toMs)} and numbers do not prove that it was quiet. */
    boolean brokenWithin(long fromMs, long toMs, IdRuns numbers) {
        if (mutedMs < toMs) {
            return true;
        }
        for (Hole hole : holes) {
            if (hole.fromMs() < toMs && hole.toMs() >= fromMs
                    && !(hole.toMs() != STILL && numbers.reachesOver(hole.fromMs(), hole.toMs()))) {
                return true;
            }
        }
        return false;
    }

    void forgetBefore(long timeMs) {
        holes.removeIf(hole -> hole.toMs() < timeMs);
    }
}
