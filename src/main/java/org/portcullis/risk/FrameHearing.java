package org.portcullis.risk;

import java.util.List;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;

/** Hears what the desk's own guards made of each frame, in the desk's turn, before anything is judged on it. */
@FunctionalInterface
public interface FrameHearing {

    /**
     * A frame was walked.
     *
     * @param outcomes what became of each of its bars, in their order
     * @param marks what is believed after it
     */
    void heard(MarketFrame frame, List<MarketOutcome> outcomes, DeskMarks marks);

    /**
     * A bar from before a restart was walked; what it told was judged when it came.
     *
     * @param outcome what became of it
     */
    default void remembered(Bar bar, MarketOutcome outcome) {
        // who judges frames has nothing to remember
    }
}
