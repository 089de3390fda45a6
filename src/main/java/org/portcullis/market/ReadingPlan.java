package org.portcullis.market;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What is to be computed for every instrument beside features and regime: the indicators that enabled packs declare,
 * each once, and price structure where one of them looks at it.
 *
 * @param readings   outputs of indicators, in order and without repetition
 * @param crosses    crosses that are remembered, likewise
 * @param happenings whether some pack asks what happened before
 * @param structure  whether some pack looks at patterns, levels or pools; what happened before is found among them
 */
public record ReadingPlan(List<Reading> readings, List<Cross> crosses, boolean happenings, boolean structure) {

    /** Nothing. */
    public static final ReadingPlan NONE = new ReadingPlan(List.of(), List.of(), false, false);
    /** Price structure only. */
    public static final ReadingPlan STRUCTURE = new ReadingPlan(List.of(), List.of(), false, true);

    public ReadingPlan {
        structure |= happenings;
        readings = List.copyOf(new TreeSet<>(readings));
        crosses = List.copyOf(new TreeSet<>(crosses));
    }

    /** All that any of these wants; lines of crosses are readings too. */
    public static ReadingPlan union(Collection<ReadingPlan> plans) {
        TreeSet<Reading> readings = new TreeSet<>();
        TreeSet<Cross> crosses = new TreeSet<>();
        boolean happenings = false;
        boolean structure = false;
        for (ReadingPlan plan : plans) {
            readings.addAll(plan.readings);
            crosses.addAll(plan.crosses);
            happenings |= plan.happenings;
            structure |= plan.structure;
        }
        for (Cross cross : crosses) {
            readings.add(cross.line());
            Reading other = cross.other();
            if (other != null) {
                readings.add(other);
            }
        }
        ReadingPlan all = new ReadingPlan(List.copyOf(readings), List.copyOf(crosses), happenings, structure);
        return all.equals(NONE) ? NONE : all;
    }

    /** Whether no indicator, cross or happening is wanted. */
    public boolean readsNothing() {
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
