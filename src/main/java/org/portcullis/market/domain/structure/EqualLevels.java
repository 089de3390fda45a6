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
    private final Side highs = new Side(1);
    private final Side lows = new Side(-1);
    private long count;

    /** Groups of one type. Prices are multiplied by the type, so that beyond is always more. */
    private static final class Side {
        private final int type;
        private final List<LevelGroup> groups = new ArrayList<>();
        /** No group is swept by a bar that does not reach so far. */
        private double nearest = Double.POSITIVE_INFINITY;

        Side(int type) {
            this.type = type;
        }

        double beyond(LevelGroup group) {
            return type * (group.anchor() + type * group.reach());
        }
    }

    /** @param groupsMax unswept groups remembered on each side; the oldest is forgotten first */
    public EqualLevels(int groupsMax) {
        this.groupsMax = groupsMax;
    }

    /** Takes the next bar, before the swing that it may confirm. */
    public void push(double high, double low) {
        sweep(highs, high);
        sweep(lows, -low);
        count++;
    }

    /**
     * Takes a swing at the bar that confirms it.
     *
     * @param tolerance distance within which levels count as equal, in price
     * @return the group that it joined or began
     */
    public LevelGroup swing(int type, double level, long position, double tolerance) {
        Side side = type > 0 ? highs : lows;
        LevelGroup joined = oldestNear(side.groups, level, tolerance);
        LevelGroup group = joined == null ? new LevelGroup(type, position, level, tolerance) : joined;
        if (joined != null) {
            joined.add(level, position, tolerance);
        } else {
            side.groups.add(group);
            if (side.groups.size() > groupsMax) {
                side.groups.remove(0);
            }
        }
        side.nearest = Math.min(side.nearest, side.beyond(group));
        return group;
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

    private void sweep(Side side, double reached) {
        if (reached < side.nearest) {
            return;
        }
        side.nearest = Double.POSITIVE_INFINITY;
        for (int i = side.groups.size() - 1; i >= 0; i--) {
            LevelGroup group = side.groups.get(i);
            double beyond = side.beyond(group);
            if (reached >= beyond) {
                group.sweep(count);
                side.groups.remove(i);
            } else {
                side.nearest = Math.min(side.nearest, beyond);
            }
        }
    }
}
