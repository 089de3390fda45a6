package org.portcullis.research.domain.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.research.ModelMetrics.Decile;

/**
 * Whether what was said happened as often as it was said: the logistic line of outcomes over the log odds said (D. R.
 * Cox, 1958), and the share of wins in each tenth of the rows.
 *
 * @param slope     1 is right, below 1 is overconfident; 0 when it cannot be told
 * @param intercept 0 is right
 */
record Calibration(double slope, double intercept) {

    private static final double SMALLEST = 1e-9;
    private static final int STEPS_MAX = 50;
    private static final double STEP_MIN = 1e-10;
    private static final int TENTHS = 10;

    /** Log odds, kept away from certainty. */
    static double logOdds(double probability) {
        double inside = Math.min(1 - SMALLEST, Math.max(SMALLEST, probability));
        return Math.log(inside / (1 - inside));
    }

    /** Fits the line with Newton's method. */
    static Calibration of(double[] said, boolean[] wins) {
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS_MAX; step++) {
            double[] sums = new double[5];
            for (int i = 0; i < said.length; i++) {
                add(sums, logOdds(said[i]), wins[i], intercept, slope);
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            // all rows said the same, or were told apart without error: there is no line
            if (!(determinant > SMALLEST)) {
                return new Calibration(0, 0);
            }
            double forIntercept = (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            double forSlope = (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
            intercept += forIntercept;
            slope += forSlope;
            if (Math.abs(forIntercept) + Math.abs(forSlope) < STEP_MIN) {
                return new Calibration(slope, intercept);
            }
        }
        return new Calibration(0, 0);
    }

    /** Gradient and curvature of the likelihood. */
    private static void add(double[] sums, double odds, boolean win, double intercept, double slope) {
        double expected = 1 / (1 + Math.exp(-(intercept + slope * odds)));
        double error = (win ? 1 : 0) - expected;
        double weight = expected * (1 - expected);
        sums[0] += error;
        sums[1] += error * odds;
        sums[2] += weight;
        sums[3] += weight * odds;
        sums[4] += weight * odds * odds;
    }

    /** Probability said and share of wins, by tenth of the rows from low to high. */
    static List<Decile> deciles(double[] said, boolean[] wins) {
        int[] order = IntStream.range(0, said.length).boxed().sorted(Comparator.comparingDouble(i -> said[i]))
                .mapToInt(Integer::intValue).toArray();
        List<Decile> deciles = new ArrayList<>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = (int) ((long) order.length * tenth / TENTHS);
            int to = (int) ((long) order.length * (tenth + 1) / TENTHS);
            double sum = 0;
            double won = 0;
            for (int i = from; i < to; i++) {
                sum += said[order[i]];
                won += wins[order[i]] ? 1 : 0;
            }
            if (from < to) {
                deciles.add(new Decile(to - from, sum / (to - from), won / (to - from)));
            }
        }
        return deciles;
    }
}
