package org.portcullis.market;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What is to be computed for every instrument beside the features: the indicators that enabled packs declare, each
 * once.
 *
 * @param readings   outputs of indicators, in order and without repetition
 * @param crosses    crosses that are remembered, likewise
 * @param happenings whether some pack asks what happened before
 */
public record ReadingPlan(List<Reading> readings, List<Cross> crosses, boolean happenings) {

    /** Nothing. */
    public static final ReadingPlan NONE = new ReadingPlan(List.of(), List.of(), false);

    public ReadingPlan {
        readings = List.copyOf(new TreeSet<>(readings));
        crosses = List.copyOf(new TreeSet<>(crosses));
    }

    /** All that any of these wants; lines of crosses are readings too. */
    public static ReadingPlan union(Collection<ReadingPlan> plans) {
        TreeSet<Reading> readings = new TreeSet<>();
        TreeSet<Cross> crosses = new TreeSet<>();
        boolean happenings = false;
        for (ReadingPlan plan : plans) {
            readings.addAll(plan.readings);
            crosses.addAll(plan.crosses);
            happenings |= plan.happenings;
        }
        for (Cross cross : crosses) {
            readings.add(cross.line());
            Reading other = cross.other();
            if (other != null) {
                readings.add(other);
            }
        }
        return readings.isEmpty() && crosses.isEmpty() && !happenings ? NONE
                : new ReadingPlan(List.copyOf(readings), List.copyOf(crosses), happenings);
    }

    /** Whether nothing is wanted. */
    public boolean isEmpty() {
        return readings.isEmpty() && crosses.isEmpty() && !happenings;
    }

    /** Bars after which what is told no longer shows where a series began; cumulative lines never do. */
    public int barsToForget() {
        int longest = happenings || !crosses.isEmpty() ? ReadingsSeen.MEMORY_BARS : 0;
        for (Reading reading : readings) {
            longest = Math.max(longest, reading.indicator().kind().barsToForget(reading.indicator()));
        }
        return longest;
    }
}
