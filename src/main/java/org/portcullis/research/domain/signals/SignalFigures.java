package org.portcullis.research.domain.signals;

import java.util.List;

/**
 * A group of proposals: how many, how sure, and what came after those that open and those that close.
 *
 * @param longs      entries that buy
 * @param shorts     entries that sell
 * @param exits      proposals that close
 * @param confidence lowest tenth, half and highest tenth of their confidence; NaN when there are none
 * @param entries    what came after entries
 * @param exited     what came after exits
 */
public record SignalFigures(long longs, long shorts, long exits, Spread confidence, After entries, After exited) {

    /**
     * How numbers are spread.
     *
     * @param p10 a tenth lies below
     * @param p50 the median
     * @param p90 a tenth lies above
     */
    public record Spread(double p10, double p50, double p90) {
    }

    /**
     * What came after proposals of one kind.
     *
     * @param moves            by horizon
     * @param favourable       mean of the furthest move their way within the longest horizon, percent
     * @param favourableMedian its median
     * @param adverse          mean of the furthest move against them, percent, 0 or less
     * @param adverseMedian    its median
     * @param endings          how often each {@link Ending} came, by its ordinal
     */
    public record After(List<Moves> moves, double favourable, double favourableMedian, double adverse,
            double adverseMedian, List<Long> endings) {

        /** How often that ending came. */
        public long ended(Ending ending) {
            return endings.get(ending.ordinal());
        }
    }
}
