package org.portcullis.research.domain.training;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.ScalpFeatures;

/**
 * A pattern and what became of it.
 *
 * @param instrument whose pattern
 * @param startMs    close time of the bar that completed it, UTC milliseconds: from then on it is known
 * @param endMs      close time of the bar that decided the label: until then the label looks into the future
 * @param features   what was known at the start
 * @param outcome    what became of it
 */
public record LabelledRow(InstrumentId instrument, long startMs, long endMs, ScalpFeatures features,
        Outcome outcome) {

    /**
     * What came of an entry at the close of a bar.
     *
     * @param win        whether the target was reached before the stop and before time ran out
     * @param profitRisk profit after fees and slippage, in R; negative for a loss
     */
    public record Outcome(boolean win, double profitRisk) {
    }
}
