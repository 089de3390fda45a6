package org.portcullis.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All bars that became known at the same moment, on {@code market.event.v1}.
 *
 * @param feed which feed they come from; positions of different feeds are never mixed
 * @param openTimeMs opening time of every bar in it, UTC milliseconds
 * @param receivedMicros when the feed had it, wall clock, microseconds since 1970
 * @param warmUp true for bars from before a restart, shown again so that indicators are warm: nothing is proposed on
 *         them
 * @param bars at most one per instrument, in the order of their symbols
 * @param funding what became due up to its close (B-D12); frames kept before there was funding have none
 */
public record MarketFrame(String feed, long openTimeMs, long receivedMicros, boolean warmUp, List<Bar> bars,
        @Nullable List<FundingDue> funding) {

    public MarketFrame {
        bars = List.copyOf(bars);
        funding = funding == null ? List.of() : List.copyOf(funding);
    }

    /** A frame in which no funding was due. */
    public MarketFrame(String feed, long openTimeMs, long receivedMicros, boolean warmUp, List<Bar> bars) {
        this(feed, openTimeMs, receivedMicros, warmUp, bars, List.of());
    }

    /** What became due; never null. */
    @Override
    public List<FundingDue> funding() {
        return funding == null ? List.of() : funding;
    }

    /** The moment at which the bars can be known, UTC milliseconds. */
    public long closeTimeMs() {
        return openTimeMs + Bar.INTERVAL_MS;
    }
}
