package org.portcullis.market.domain.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.BarSpan;
import org.portcullis.market.SpanBar;

/**
 * One instrument's bars of one longer span (B-D2), put together from its minute bars. A window is final with its last
 * minute, or, when that is missing, with the first minute after it.
 */
public final class SpanRoller {

    private final BarSpan span;
    private @Nullable SpanBar open;
    private long newestMs = Long.MIN_VALUE;

    public SpanRoller(BarSpan span) {
        this.span = span;
    }

    /**
     * Takes the next minute; one that is not later than the last changes nothing.
     *
     * @return windows that are final now: none, one, or two after a hole
     */
    public List<SpanBar> take(Bar minute) {
        if (minute.openTimeMs() <= newestMs) {
            return List.of();
        }
        newestMs = minute.openTimeMs();
        List<SpanBar> closed = new ArrayList<>(2);
        long window = span.windowOf(minute.openTimeMs());
        SpanBar so = open;
        if (so != null && so.openTimeMs() != window) {
            closed.add(so);
            so = null;
        }
        so = so == null ? first(minute, window) : grown(so, minute);
        open = so;
        if (minute.closeTimeMs() == so.closeTimeMs()) {
            closed.add(so);
            open = null;
        }
        return closed;
    }

    /** The window that is not final yet, as far as it is known. */
    public Optional<SpanBar> open() {
        return Optional.ofNullable(open);
    }

    private SpanBar first(Bar minute, long window) {
        return new SpanBar(span, minute.instrument(), window, minute.openE8(), minute.highE8(), minute.lowE8(),
                minute.closeE8(), minute.volumeE8(), minute.takerBoughtE8(), 1);
    }

    private SpanBar grown(SpanBar so, Bar minute) {
        boolean told = so.takerBoughtE8() >= 0 && minute.takerBoughtE8() >= 0;
        return new SpanBar(span, so.instrument(), so.openTimeMs(), so.openE8(),
                Math.max(so.highE8(), minute.highE8()), Math.min(so.lowE8(), minute.lowE8()), minute.closeE8(),
                Math.addExact(so.volumeE8(), minute.volumeE8()),
                told ? so.takerBoughtE8() + minute.takerBoughtE8() : -1, so.minutes() + 1);
    }
}
