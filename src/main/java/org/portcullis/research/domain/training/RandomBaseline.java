package org.portcullis.research.domain.training;

import java.util.List;

/** As many entries at random, in the same directions and under the same costs: what luck alone would have earned. */
final class RandomBaseline {

    private final double[] bought;
    private final double[] sold;
    private final int shuffles;
    private final long seed;

    /**
     * @param entries  entries at random
     * @param fromMs   first moment of the test, UTC milliseconds; entries before it are left out
     * @param shuffles times to draw
     */
    RandomBaseline(List<RandomEntry> entries, long fromMs, int shuffles, long seed) {
        this.bought = profits(entries, fromMs, 1);
        this.sold = profits(entries, fromMs, -1);
        this.shuffles = shuffles;
        this.seed = seed;
    }

    /** Percent of the draws that earned less; 0 when nothing was traded or nothing can be drawn. */
    double percentile(int buys, int sells, double profitRisk) {
        if (buys + sells == 0 || buys > 0 && bought.length == 0 || sells > 0 && sold.length == 0) {
            return 0;
        }
        Draws draws = new Draws(seed);
        int less = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            double sum = drawn(bought, buys, draws) + drawn(sold, sells, draws);
            less += sum < profitRisk ? 1 : 0;
        }
        return 100.0 * less / shuffles;
    }

    private static double drawn(double[] profits, int count, Draws draws) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += profits[draws.below(profits.length)];
        }
        return sum;
    }

    private static double[] profits(List<RandomEntry> entries, long fromMs, int direction) {
        return entries.stream().filter(entry -> entry.startMs() >= fromMs && entry.direction() == direction)
                .mapToDouble(RandomEntry::profitRisk).toArray();
    }
}
