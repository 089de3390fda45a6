package org.portcullis.research.domain.signals;

import java.util.List;
import java.util.TreeSet;

/**
 * After how many bars a proposal is looked at again; iterates upwards.
 *
 * @param all numbers of bars, each 1 to {@link #LONGEST}, one to {@link #COUNT_MAX} of them
 */
public record Horizons(List<Integer> all) {

    /** Longest horizon: thirty days of minutes. The search for stop and target is bounded by it. */
    public static final int LONGEST = 43_200;
    /** Most horizons of one run. */
    public static final int COUNT_MAX = 12;

    public Horizons {
        all = List.copyOf(new TreeSet<>(all));
        if (all.isEmpty() || all.size() > COUNT_MAX || all.get(0) < 1 || all.get(all.size() - 1) > LONGEST) {
            throw new IllegalArgumentException("--horizons are one to " + COUNT_MAX + " numbers of bars, each 1 to "
                    + LONGEST + ", such as 1,5,15,60,240; not " + all);
        }
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** The bars of one of them. */
    public int bars(int index) {
        return all.get(index);
    }

    /** The longest. */
    public int longest() {
        return all.get(all.size() - 1);
    }

    /** Position of the one that stands in for all where there is room for one: the middle, rounded up. */
    public int shown() {
        return all.size() / 2;
    }
}
