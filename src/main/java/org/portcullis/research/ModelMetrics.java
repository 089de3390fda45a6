package org.portcullis.research;

import java.util.List;

/**
 * How good probabilities were on rows that the model had not seen. Profit is counted in R, after fees and slippage.
 *
 * @param rows          tested rows
 * @param wins          of them, those that reached the target first
 * @param auc           chance that a win was ranked above another row; 0.5 is guessing
 * @param brier         mean squared error of the probabilities
 * @param logLoss       mean negative logarithm of the probability given to what happened
 * @param slope         slope of the calibration line in log odds; 1 is right, below 1 is overconfident
 * @param intercept     its height at even odds; 0 is right
 * @param deciles       probability said and share of wins, by tenth of the rows from low to high
 * @param trades        rows with a probability above the one that is traded
 * @param profitRisk    their profit together, in R
 * @param randomPercentile percent of the random entries with less profit; 0 without trades
 */
public record ModelMetrics(int rows, int wins, double auc, double brier, double logLoss, double slope,
        double intercept, List<Decile> deciles, int trades, double profitRisk, double randomPercentile) {

    /**
     * A tenth of the tested rows.
     *
     * @param rows     how many
     * @param said     mean of the probabilities said
     * @param happened share of wins
     */
    public record Decile(int rows, double said, double happened) {
    }

    public ModelMetrics {
        deciles = List.copyOf(deciles);
    }
}
