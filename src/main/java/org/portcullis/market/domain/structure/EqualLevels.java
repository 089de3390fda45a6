package org.portcullis.market.domain.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * S3-08: equal highs and equal lows, the library's "liquidity" (SMC A5). A swing joins the oldest unswept group whose
 * first swing lies within the tolerance, or begins a group. A group is swept by the first bar that reaches its first
 * level plus the tolerance.
 *
 * <p>The library takes one hundredth of the whole history's range as tolerance, which nobody can know before the end.
 * Ours is told with each swing: 0.10 average true ranges at the later swing.
 */
public final class EqualLevels {

    private final int groupsMax;
    private final List<LevelGroup> highs = new ArrayList<>();
    private final List<LevelGroup> lows = new ArrayList<>();
    private long count;

    /** @param groupsMax unswept groups remembered on each side; the oldest is forgotten first */
    public EqualLevels(int groupsMax) {
        this.groupsMax = groupsMax;
    }

    /** Takes the next bar, before the swing that it may confirm. */
    public void push(double high, double low) {
        sweep(highs, 1, high);
        sweep(lows, -1, low);
        count++;
    }

    /**
     * Takes a swing at the bar that confirms it.
     *
     * @param tolerance distance within which levels count as equal, in price
     * @return the group that it joined or began
     */
    public LevelGroup swing(int type, double level, long position, double tolerance) {
        List<LevelGroup> groups = type > 0 ? highs : lows;
        LevelGroup joined = oldestNear(groups, level, tolerance);
        if (joined != null) {
            joined.add(level, position, tolerance);
            return joined;
        }
        LevelGroup begun = new LevelGroup(type, position, level, tolerance);
        groups.add(begun);
        if (groups.size() > groupsMax) {
            groups.remove(0);
        }
        return begun;
    }

    private static @Nullable LevelGroup oldestNear(List<LevelGroup> groups, double level, double tolerance) {
        for (LevelGroup group : groups) {
            // both edges are computed as the library does, so that rounding falls alike
            if (group.anchor() - tolerance <= level && level <= group.anchor() + tolerance) {
                return group;
            }
        }
        return null;
    }

    private void sweep(List<LevelGroup> groups, int type, double reached) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            LevelGroup group = groups.get(i);
            double beyond = group.anchor() + type * group.reach();
            if (type > 0 ? reached >= beyond : reached <= beyond) {
                group.sweep(count);
                groups.remove(i);
            }
        }
    }
}
