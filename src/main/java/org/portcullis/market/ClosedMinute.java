package org.portcullis.market;

import java.util.List;

/**
 * Bars of one minute that became final at the same moment.
 *
 * @param openTimeMs first instant of the minute, UTC milliseconds
 * @param bars       at most one per instrument, in the order of their symbols
 * @param funding    what became due up to its end and was not told before
 */
public record ClosedMinute(long openTimeMs, List<Bar> bars, List<FundingDue> funding) {

    public ClosedMinute {
        bars = List.copyOf(bars);
        funding = List.copyOf(funding);
    }

    /** A minute in which no funding was due. */
    public ClosedMinute(long openTimeMs, List<Bar> bars) {
        this(openTimeMs, bars, List.of());
    }
}
