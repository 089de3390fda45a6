package org.portcullis.conformance;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.domain.structure.Block;
import org.portcullis.market.domain.structure.BlockRules;
import org.portcullis.market.domain.structure.BlockWalk;
import org.portcullis.market.domain.structure.Break;
import org.portcullis.market.domain.structure.EqualLevels;
import org.portcullis.market.domain.structure.Gap;
import org.portcullis.market.domain.structure.GapWalk;
import org.portcullis.market.domain.structure.LevelGroup;
import org.portcullis.market.domain.structure.RecentBars;
import org.portcullis.market.domain.structure.SwingWalk;

/**
 * The library's frames of price patterns, built from what our walks emit. The walks run bar by bar; what the library
 * does with hindsight is applied to their events afterwards: a swing stands at its own bar, replaced ones are gone, the
 * first and last rows are made up, breaks that a later one makes meaningless are erased.
 */
final class SmcPatterns {

    private static final int REACH = 5;

    /** A swing as the library knows it in the end. */
    record Swing(int type, int row, double level) {
    }

    private SmcPatterns() {
    }

    static SmcRows gaps(SmcBars bars, boolean joined) {
        SmcRows rows = new SmcRows(bars.size, false, false, false, false);
        GapWalk walk = new GapWalk(joined, Integer.MAX_VALUE);
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i < bars.size; i++) {
            Gap gap = walk.push(bars.open[i], bars.high[i], bars.low[i], bars.close[i]);
            if (gap != null) {
                gaps.add(gap);
            }
        }
        for (Gap gap : gaps) {
            if (!gap.joined()) {
                rows.set((int) gap.middle(), gap.direction(), gap.top(), gap.bottom(), Math.max(0, gap.touchedAt()));
            }
        }
        return rows;
    }

    static SmcRows swings(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, false);
        finalSwings(bars).forEach(swing -> rows.set(swing.row(), swing.type(), swing.level()));
        return rows;
    }

    /** Swings without the replaced ones, and the two that the library makes up at the ends. */
    static List<Swing> finalSwings(SmcBars bars) {
        RecentBars recent = new RecentBars(2 * REACH + 2);
        SwingWalk walk = new SwingWalk(REACH, recent, true);
        List<Swing> swings = new ArrayList<>();
        for (int i = 0; i < bars.size; i++) {
            recent.push(bars.high[i], bars.low[i], 0);
            int type = walk.push(bars.high[i], bars.low[i]);
            if (type != 0) {
                if (walk.replaces()) {
                    swings.remove(swings.size() - 1);
                }
                swings.add(new Swing(type, (int) walk.position(), walk.level()));
            }
        }
        swings.add(0, madeUp(bars, -swings.get(0).type(), 0));
        swings.add(madeUp(bars, -swings.get(swings.size() - 1).type(), bars.size - 1));
        return swings;
    }

    private static Swing madeUp(SmcBars bars, int type, int row) {
        return new Swing(type, row, type > 0 ? bars.high[row] : bars.low[row]);
    }

    static SmcRows breaks(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, false, true, false);
        List<Swing> swings = finalSwings(bars);
        for (int i = 3; i < swings.size(); i++) {
            mark(rows, swings.get(i - 3), swings.get(i - 2), swings.get(i - 1), swings.get(i));
        }
        for (int row = 0; row < bars.size; row++) {
            if (marked(rows, row)) {
                breakAt(rows, row, bars);
            }
        }
        for (int row = 0; row < bars.size; row++) {
            if (marked(rows, row) && Double.isNaN(rows.get(row, 3))) {
                rows.clear(row);
            }
        }
        return rows;
    }

    private static void mark(SmcRows rows, Swing w, Swing x, Swing y, Swing z) {
        int direction = x.type();
        if (direction * z.level() <= direction * x.level()) {
            return;
        }
        Break kind = Break.of(direction, w.level(), x.level(), y.level());
        if (kind != Break.NONE) {
            rows.put(x.row(), kind == Break.OF_STRUCTURE ? 0 : 1, direction);
            rows.put(x.row(), 2, x.level());
        }
    }

    private static boolean marked(SmcRows rows, int row) {
        return !Double.isNaN(rows.get(row, 2));
    }

    private static void breakAt(SmcRows rows, int row, SmcBars bars) {
        int direction = rows.get(row, 0) == 1 || rows.get(row, 1) == 1 ? 1 : -1;
        int at = row + 2;
        while (at < bars.size && direction * bars.close[at] <= direction * rows.get(row, 2)) {
            at++;
        }
        if (at >= bars.size) {
            return;
        }
        rows.put(row, 3, at);
        for (int earlier = 0; earlier < row; earlier++) {
            if (marked(rows, earlier) && rows.get(earlier, 3) >= at) {
                double broken = rows.get(earlier, 3);
                rows.clear(earlier);
                rows.put(earlier, 3, broken);
            }
        }
    }

    static SmcRows blocks(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, true, true, true, false, false);
        List<Block> blocks = blocks(bars, BlockRules.library());
        for (int direction : new int[] {1, -1}) {
            for (Block block : blocks) {
                if (block.direction() == direction && block.state() != Block.State.INVALID) {
                    rows.set((int) block.position(), direction, block.top(), block.bottom(), block.volume(),
                            Math.max(0, block.brokenAt()), (int) block.balancePct());
                }
            }
        }
        return rows;
    }

    /** Every block formed, in order, when the walk is told each swing at its own bar, as the library is. */
    static List<Block> blocks(SmcBars bars, BlockRules rules) {
        RecentBars recent = new RecentBars(2 * REACH + 2);
        BlockWalk walk = new BlockWalk(rules, recent);
        List<Block> blocks = new ArrayList<>();
        int[] types = types(bars);
        Block last = null;
        for (int i = 0; i < bars.size; i++) {
            recent.push(bars.high[i], bars.low[i], 0);
            walk.push(bars.open[i], bars.high[i], bars.low[i], bars.close[i], bars.volume[i]);
            Block formed = walk.formed();
            if (formed != null && formed != last) {
                blocks.add(formed);
                last = formed;
            }
            if (types[i] != 0) {
                walk.swing(types[i], types[i] > 0 ? bars.high[i] : bars.low[i], i);
            }
        }
        return blocks;
    }

    static int[] types(SmcBars bars) {
        int[] types = new int[bars.size];
        finalSwings(bars).forEach(swing -> types[swing.row()] = swing.type());
        return types;
    }

    static SmcRows liquidity(SmcBars bars) {
        SmcRows rows = new SmcRows(bars.size, false, true, false, false);
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < bars.size; i++) {
            most = Math.max(most, bars.high[i]);
            least = Math.min(least, bars.low[i]);
        }
        double tolerance = (most - least) * 0.01;
        EqualLevels walk = new EqualLevels(Integer.MAX_VALUE);
        List<LevelGroup> groups = new ArrayList<>();
        int[] types = types(bars);
        for (int i = 0; i < bars.size; i++) {
            walk.push(bars.high[i], bars.low[i]);
            if (types[i] != 0) {
                LevelGroup group = walk.swing(types[i], types[i] > 0 ? bars.high[i] : bars.low[i], i, tolerance);
                if (group.size() == 2) {
                    groups.add(group);
                }
            }
        }
        for (LevelGroup group : groups) {
            rows.set((int) group.first(), group.type(), group.mean(), group.last(), Math.max(0, group.sweptAt()));
        }
        return rows;
    }
}
