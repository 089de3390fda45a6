package org.portcullis.web.adapter.store;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarSpan;
import org.portcullis.market.SpanBar;
import org.portcullis.web.LiveBars;
import org.springframework.stereotype.Component;

/** Bars for a chart: what was seen since the start, and before that what is kept in the database. */
@Component
public class ChartReads {

    private final LiveBars live;
    private final BarMemory kept;

    ChartReads(LiveBars live, BarMemory kept) {
        this.live = live;
        this.kept = kept;
    }

    /** The newest minutes of an instrument, oldest first, {@code limit} at most. */
    public List<Bar> minutes(InstrumentId instrument, int limit) {
        List<Bar> seen = live.newest(instrument, limit);
        if (seen.size() == limit) {
            return seen;
        }
        long beforeMs = seen.isEmpty() ? Long.MAX_VALUE : seen.get(0).openTimeMs();
        List<Bar> all = new ArrayList<>(kept.believed(instrument, beforeMs, limit - seen.size()));
        all.addAll(seen);
        return all;
    }

    /**
     * The newest windows of an instrument, oldest first, {@code limit} at most; the last one as far as it has come. The
     * first is left out when it would begin in its midst.
     */
    public List<SpanBar> windows(InstrumentId instrument, BarSpan span, int limit) {
        List<Bar> minutes = minutes(instrument, limit * span.minutes());
        List<SpanBar> windows = span.of(minutes);
        boolean cut = !windows.isEmpty() && minutes.size() == limit * span.minutes()
                && minutes.get(0).openTimeMs() != windows.get(0).openTimeMs();
        return cut ? windows.subList(1, windows.size()) : windows;
    }
}
