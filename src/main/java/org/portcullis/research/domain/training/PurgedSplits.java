package org.portcullis.research.domain.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.market.Bar;

/**
 * Walks forward through time: each fold tests a part of the rows and learns from rows before it only. Rows whose label
 * was decided after the test began, or within the embargo before it, are left out: their label has seen the test
 * (Lopez de Prado, chapter 7).
 */
public final class PurgedSplits {

    private PurgedSplits() {
    }

    /**
     * One walk.
     *
     * @param train    places of the rows to learn from
     * @param testFrom place of the first row to test
     * @param testTo   place after the last row to test
     */
    public record Fold(int[] train, int testFrom, int testTo) {

        /** Rows before the test that were left out. */
        public int purged() {
            return testFrom - train.length;
        }
    }

    /**
     * Cuts the rows into one part more than there are folds; each fold tests a part after the first.
     *
     * @param rows        in order of their start
     * @param folds       number of folds
     * @param embargoBars bars that must lie between the end of a label and the first row of the test
     */
    public static List<Fold> of(List<LabelledRow> rows, int folds, int embargoBars) {
        List<Fold> walks = new ArrayList<>();
        for (int fold = 1; fold <= folds; fold++) {
            int from = (int) ((long) rows.size() * fold / (folds + 1));
            int to = (int) ((long) rows.size() * (fold + 1) / (folds + 1));
            if (from < to) {
                long lastEndMs = rows.get(from).startMs() - embargoBars * Bar.INTERVAL_MS;
                int[] train = IntStream.range(0, from).filter(i -> rows.get(i).endMs() <= lastEndMs).toArray();
                walks.add(new Fold(train, from, to));
            }
        }
        return walks;
    }
}
