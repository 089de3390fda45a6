package org.portcullis.market;

import java.util.List;

/**
 * Bars of one minute that became final at the same moment.
 *
 * @param openTimeMs first instant of the minute, UTC milliseconds
 * @param bars       at most one per instrument, in the order of their symbols
 */
public record ClosedMinute(long openTimeMs, List<Bar> bars) {

    public ClosedMinute {
        bars = List.copyOf(bars);
    }
}
