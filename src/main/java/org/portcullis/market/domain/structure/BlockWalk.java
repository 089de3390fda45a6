package org.portcullis.market.domain.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * S3-08: order blocks (SMC A4). When a bar closes beyond the newest swing for the first time, the bar between the two
 * that lies farthest back, the latest of equal ones, is the block: whoever moved price away bought, or sold, there. A
 * block is whole until price goes through its far edge; its first return is told once. The library erases blocks that
 * later history makes meaningless; here each keeps the state that a live observer saw.
 */
public final class BlockWalk {

    private final BlockRules rules;
    private final RecentBars recent;
    private final Side up = new Side(1);
    private final Side down = new Side(-1);
    private double volumeBefore;
    private double volumeTwoBefore;
    private @Nullable Block formed;
    private @Nullable Block returned;

    /** The newest swing of one side, the bar farthest back since, and the blocks of the side. */
    private static final class Side {
        private final int direction;
        private final List<Block> blocks = new ArrayList<>();
        private boolean waiting;
        private double swing;
        private long swingAt;
        private double farthest;
        private long farthestAt = -1;
        private double farthestHigh;
        private double farthestLow;

        Side(int direction) {
            this.direction = direction;
        }

        void see(double high, double low, long at) {
            double back = direction > 0 ? low : -high;
            if (back <= farthest) {
                farthest = back;
                farthestAt = at;
                farthestHigh = high;
                farthestLow = low;
            }
        }
    }

    /** @param recent the bars of the series, far enough back to reach a swing when it is confirmed */
    public BlockWalk(BlockRules rules, RecentBars recent) {
        this.rules = rules;
        this.recent = recent;
    }

    /** Takes the next bar, already in {@code recent}, before the swing that it may confirm. */
    public void push(double open, double high, double low, double close, double volume) {
        formed = null;
        returned = null;
        long at = recent.count() - 1;
        push(up, open, high, low, close, volume, at);
        push(down, open, high, low, close, volume, at);
        volumeTwoBefore = volumeBefore;
        volumeBefore = volume;
    }

    /** Takes a swing at the bar that confirms it. */
    public void swing(int type, double level, long position) {
        Side side = type > 0 ? up : down;
        side.waiting = true;
        side.swing = level;
        side.swingAt = position;
        side.farthest = Double.POSITIVE_INFINITY;
        side.farthestAt = -1;
        for (long at = position + 1; at < recent.count(); at++) {
            side.see(recent.high(at), recent.low(at), at);
        }
    }

    /** The block that this bar formed, or nothing. */
    public @Nullable Block formed() {
        return formed;
    }

    /** The newest whole block that this bar came back into for the first time, or nothing. */
    public @Nullable Block returned() {
        return returned;
    }

    private void push(Side side, double open, double high, double low, double close, double volume, long at) {
        if (!side.blocks.isEmpty()) {
            age(side, open, high, low, close, at);
        }
        if (side.waiting && side.direction * close > side.direction * side.swing) {
            side.waiting = false;
            keep(side, block(side, at, volume));
        }
        if (side.waiting) {
            side.see(high, low, at);
        }
    }

    private void age(Side side, double open, double high, double low, double close, long at) {
        double far = farReach(side.direction, open, high, low, close);
        boolean buys = side.direction > 0;
        for (int i = side.blocks.size() - 1; i >= 0; i--) {
            Block block = side.blocks.get(i);
            if (block.state() == Block.State.BROKEN) {
                if (buys ? high > block.top() : low < block.bottom()) {
                    block.invalidate();
                    side.blocks.remove(i);
                }
            } else if (buys ? far < block.bottom() : far > block.top()) {
                block.breakAt(buys && rules.breaksOneBarEarlier() ? at - 1 : at);
            } else if (block.returnedAt() < 0 && (buys ? low <= block.top() : high >= block.bottom())) {
                block.returnTo(at);
                returned = returned == null || returned.formedAt() < block.formedAt() ? block : returned;
            }
        }
    }

    private double farReach(int direction, double open, double high, double low, double close) {
        if (rules.breaksByBody()) {
            return direction > 0 ? Math.min(open, close) : Math.max(open, close);
        }
        return direction > 0 ? low : high;
    }

    private Block block(Side side, long at, double volume) {
        // a bar right after the swing leaves no bar between: the swing's own bar is the block
        boolean between = at - side.swingAt > 1;
        long position = between ? side.farthestAt : at - 1;
        double high = between ? side.farthestHigh : recent.high(position);
        double low = between ? side.farthestLow : recent.low(position);
        boolean swapped = !between && side.direction > 0 && rules.swapsEdges();
        return new Block(side.direction, position, at, swapped ? low : high, swapped ? high : low,
                volume + volumeBefore, volumeTwoBefore);
    }

    private void keep(Side side, Block block) {
        side.blocks.add(block);
        if (side.blocks.size() > rules.blocksMax()) {
            side.blocks.remove(0);
        }
        formed = block;
    }
}
