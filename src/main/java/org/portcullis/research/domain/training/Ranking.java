package org.portcullis.research.domain.training;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in the order of their scores, to ask how well wins are ranked above the rest, with every row weighted as one
 * likes. Rows with equal scores count half.
 */
final class Ranking {

    private final int[] order;
    private final double[] scores;
    private final boolean[] wins;

    Ranking(double[] scores, boolean[] wins) {
        this.scores = scores;
        this.wins = wins;
        this.order = IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** Area under the ROC curve, every row counted once; 0.5 when only wins or no wins are there. */
    double auc() {
        int[] once = new int[scores.length];
        java.util.Arrays.fill(once, 1);
        return auc(once);
    }

    /**
     * The same with rows counted as often as told (Mann and Whitney, 1947).
     *
     * @param counts how often each row counts
     */
    double auc(int[] counts) {
        double lower = 0;
        double wonPairs = 0;
        double winCount = 0;
        int i = 0;
        while (i < order.length) {
            double tiedWins = 0;
            double tiedOthers = 0;
            double score = scores[order[i]];
            for (; i < order.length && scores[order[i]] == score; i++) {
                if (wins[order[i]]) {
                    tiedWins += counts[order[i]];
                } else {
                    tiedOthers += counts[order[i]];
                }
            }
            wonPairs += tiedWins * (lower + tiedOthers / 2);
            lower += tiedOthers;
            winCount += tiedWins;
        }
        return winCount == 0 || lower == 0 ? 0.5 : wonPairs / (winCount * lower);
    }
}
