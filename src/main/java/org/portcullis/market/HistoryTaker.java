package org.portcullis.market;

import java.util.List;
import org.portcullis.kernel.InstrumentId;

/**
 * A part that is shown bars from before a restart, so that what it remembers of each instrument is warm before the
 * first bar of a live feed (S3-17). Nothing is proposed, judged or filed on them.
 */
public interface HistoryTaker {

    /**
     * Begins to listen.
     *
     * @param feed  name of the feed that begins
     * @param hands how many threads will bring instruments at the same time, at least 1
     */
    Hearing begin(String feed, int hands);

    /** One warm start, from its first instrument to its end. */
    interface Hearing {

        /**
         * Takes all bars of one instrument. Called once for each instrument of which something is kept; two hands may
         * call at the same time, each for its own instrument.
         *
         * @param hand which thread brings it, from 0
         * @param bars oldest first, never empty
         */
        void take(int hand, InstrumentId instrument, List<Bar> bars);

        /** Everything was shown; what was heard counts from now on. Not called when the warm start failed. */
        void end();
    }
}
