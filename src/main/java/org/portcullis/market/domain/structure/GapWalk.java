package org.portcullis.market.domain.structure;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * S3-08: fair value gaps (SMC A1). Three bars: the outer two do not overlap and the middle one points across. A gap is
 * known at the close of its third bar, never before. It counts as touched when a later bar reaches its near edge, which
 * is not yet a full fill.
 *
 * <p>A gap that is formed lies beyond all open ones of its direction, because the bar that forms it has just touched
 * every gap that it reached. So the open gaps are a stack, and a bar costs constant time on average.
 */
public final class GapWalk {

    private final boolean joinsConsecutive;
    private final int openMax;
    private final ArrayDeque<Gap> openUp = new ArrayDeque<>();
    private final ArrayDeque<Gap> openDown = new ArrayDeque<>();
    private long count;
    private double highOuter;
    private double lowOuter;
    private double highMiddle;
    private double lowMiddle;
    private double bodyMiddle;
    private @Nullable Gap formedBefore;

    /**
     * @param joinsConsecutive whether a gap right after one of the same direction takes that one in
     * @param openMax          untouched gaps remembered on each side; the oldest is forgotten first
     */
    public GapWalk(boolean joinsConsecutive, int openMax) {
        this.joinsConsecutive = joinsConsecutive;
        this.openMax = openMax;
    }

    /** Takes the next bar; the gap that it completes, or nothing. */
    public @Nullable Gap push(double open, double high, double low, double close) {
        touch(high, low);
        Gap formed = count >= 2 ? form(high, low) : null;
        if (formed != null) {
            keep(formed);
        }
        formedBefore = formed;
        highOuter = highMiddle;
        lowOuter = lowMiddle;
        highMiddle = high;
        lowMiddle = low;
        bodyMiddle = close - open;
        count++;
        return formed;
    }

    /** Untouched gaps held of both directions. */
    public int open() {
        return openUp.size() + openDown.size();
    }

    private void touch(double high, double low) {
        for (Gap gap = openUp.peekLast(); gap != null && low <= gap.top(); gap = openUp.peekLast()) {
            gap.touch(count);
            openUp.pollLast();
        }
        for (Gap gap = openDown.peekLast(); gap != null && high >= gap.bottom(); gap = openDown.peekLast()) {
            gap.touch(count);
            openDown.pollLast();
        }
    }

    private @Nullable Gap form(double high, double low) {
        if (bodyMiddle > 0 && highOuter < low) {
            return joined(1, low, highOuter);
        }
        if (bodyMiddle < 0 && lowOuter > high) {
            return joined(-1, lowOuter, high);
        }
        return null;
    }

    private Gap joined(int direction, double top, double bottom) {
        Gap before = formedBefore;
        if (!joinsConsecutive || before == null || before.direction() != direction) {
            return new Gap(direction, count - 1, top, bottom);
        }
        before.join();
        side(direction).removeLastOccurrence(before);
        return new Gap(direction, count - 1, Math.max(top, before.top()), Math.min(bottom, before.bottom()));
    }

    private void keep(Gap formed) {
        ArrayDeque<Gap> open = side(formed.direction());
        open.addLast(formed);
        if (open.size() > openMax) {
            open.pollFirst();
        }
    }

    private ArrayDeque<Gap> side(int direction) {
        return direction > 0 ? openUp : openDown;
    }
}
