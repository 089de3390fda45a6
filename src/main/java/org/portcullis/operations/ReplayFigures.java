package org.portcullis.operations;

import java.util.SortedMap;
import org.portcullis.engine.time.StageTimes;

/**
 * What a replay did, from what was kept.
 *
 * @param feed which feed
 * @param source the files, or the bundled data
 * @param bars bars shown
 * @param rowsRefused rows of the source that could not be used
 * @param barsJudged bars with an outcome, by outcome: {@code PROPOSED} or the reason for none
 * @param verdicts decisions, by outcome and reason
 * @param orders orders, by state
 * @param fills fills booked
 * @param seconds wall time
 * @param barsPerSecond bars by wall time
 * @param eventToVerdict from a bar's receipt to the verdict on its proposal
 * @param brainPerBar guards, features and strategies, per bar
 * @param hash SHA-256 over all decisions, orders and fills in event order; equal hashes mean an identical replay
 */
public record ReplayFigures(String feed, String source, long bars, long rowsRefused, SortedMap<String, Long> barsJudged,
        SortedMap<String, Long> verdicts, SortedMap<String, Long> orders, long fills, double seconds,
        double barsPerSecond, StageTimes.Figures eventToVerdict, StageTimes.Figures brainPerBar, String hash) {
}
