package org.portcullis.strategy;

import java.util.List;

/**
 * What the brain judged since it last said so, on {@code strategy.judged.v1}.
 *
 * @param feed which feed
 * @param afterMs watermark before it: the newest bar counted by earlier messages, UTC milliseconds; -1 for the first
 * @param upToMs newest bar counted by this message, UTC milliseconds
 * @param counts bars by instrument and outcome
 */
public record JudgedBars(String feed, long afterMs, long upToMs, List<Count> counts) {

    public JudgedBars {
        counts = List.copyOf(counts);
    }

    /**
     * How many bars of an instrument ended in one way.
     *
     * @param outcome {@code PROPOSED} or the name of a {@link NoTradeReason}
     */
    public record Count(String instrument, String outcome, long bars) {
    }
}
