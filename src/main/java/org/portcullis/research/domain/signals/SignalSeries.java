package org.portcullis.research.domain.signals;

import java.util.List;

/**
 * What strategies proposed on one instrument, in the order of its bars.
 *
 * @param symbol   canonical symbol
 * @param signals  proposals and what came after
 * @param baseline what came after every bar
 */
public record SignalSeries(String symbol, List<Signal> signals, Baseline baseline) {

    public SignalSeries {
        signals = List.copyOf(signals);
    }
}
