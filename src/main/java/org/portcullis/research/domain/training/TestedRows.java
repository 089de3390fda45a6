package org.portcullis.research.domain.training;

import java.util.List;
import org.portcullis.research.ModelMetrics;
import org.portcullis.research.TrainingTerms;

/** Rows that were tested, and what probabilities said about them are worth. */
public final class TestedRows {

    private final List<LabelledRow> rows;
    private final boolean[] wins;
    private final TrainingTerms terms;
    private final RandomBaseline baseline;
    private final long seed;

    /**
     * @param rows          the tested rows, in order of their start; not empty
     * @param randomEntries entries at random, over a span that holds that of the rows
     */
    public TestedRows(List<LabelledRow> rows, List<RandomEntry> randomEntries, TrainingTerms terms, long seed) {
        this.rows = List.copyOf(rows);
        this.terms = terms;
        this.seed = seed;
        this.baseline = new RandomBaseline(randomEntries, rows.get(0).startMs(), terms.whole("random-shuffles"), seed);
        this.wins = new boolean[rows.size()];
        for (int i = 0; i < wins.length; i++) {
            wins[i] = rows.get(i).outcome().win();
        }
    }

    /** What these probabilities are worth, one for each row. */
    public ModelMetrics measure(double[] said) {
        double squares = 0;
        double logs = 0;
        int won = 0;
        int buys = 0;
        int sells = 0;
        double profit = 0;
        for (int i = 0; i < said.length; i++) {
            double happened = wins[i] ? 1 : 0;
            won += wins[i] ? 1 : 0;
            squares += (said[i] - happened) * (said[i] - happened);
            double odds = Calibration.logOdds(said[i]);
            // -ln p for a win and -ln(1 - p) for the rest, from the log odds
            logs += Math.log1p(Math.exp(wins[i] ? -odds : odds));
            if (said[i] > terms.tradeProbabilityMin()) {
                profit += rows.get(i).outcome().profitRisk();
                buys += rows.get(i).features().direction() > 0 ? 1 : 0;
                sells += rows.get(i).features().direction() > 0 ? 0 : 1;
            }
        }
        Calibration line = Calibration.of(said, wins);
        return new ModelMetrics(said.length, won, new Ranking(said, wins).auc(), squares / said.length,
                logs / said.length, line.slope(), line.intercept(), Calibration.deciles(said, wins), buys + sells,
                profit, baseline.percentile(buys, sells, profit));
    }

    /**
     * A low percentile of the difference of two AUCs over draws of the rows with replacement, in blocks of neighbours
     * (H. R. Kuensch, 1989): above 0 the first one is better, and not by luck.
     */
    public double advantageLow(double[] said, double[] other) {
        Ranking first = new Ranking(said, wins);
        Ranking second = new Ranking(other, wins);
        Draws draws = new Draws(seed);
        int block = Math.min(wins.length, terms.whole("bootstrap-block-rows"));
        double[] differences = new double[terms.whole("bootstrap-draws")];
        for (int draw = 0; draw < differences.length; draw++) {
            int[] counts = new int[wins.length];
            for (int taken = 0; taken < wins.length; taken += block) {
                int start = draws.below(wins.length);
                for (int i = 0; i < block && taken + i < wins.length; i++) {
                    counts[(start + i) % wins.length]++;
                }
            }
            differences[draw] = first.auc(counts) - second.auc(counts);
        }
        java.util.Arrays.sort(differences);
        return differences[(int) (differences.length * terms.number("bootstrap-low-pct") / 100)];
    }
}
